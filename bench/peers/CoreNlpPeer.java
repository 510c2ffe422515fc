// Stanford CoreNLP with OpenIE over the files named in a list, one after another: java -cp JARS CoreNlpPeer.java LIST
// Prints one line of JSON: seconds of the processor for loading and for the texts, and what was found.

import edu.stanford.nlp.ie.util.RelationTriple;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.naturalli.NaturalLogicAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;

public class CoreNlpPeer {
    static double processorSeconds() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,lemma,depparse,natlog,openie");
        properties.setProperty("threads", "1");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
        pipeline.annotate(new Annotation("North Korea has sent shells to Russia."));
        double loaded = processorSeconds();
        List<String> files = Files.readAllLines(Path.of(arguments[0]));
        long triples = 0, sentences = 0;
        for (String file : files) {
            Annotation text = new Annotation(Files.readString(Path.of(file), StandardCharsets.UTF_8));
            pipeline.annotate(text);
            for (CoreMap sentence : text.get(CoreAnnotations.SentencesAnnotation.class)) {
                ++sentences;
                Collection<RelationTriple> found = sentence.get(NaturalLogicAnnotations.RelationTriplesAnnotation.class);
                triples += found == null ? 0 : found.size();
            }
        }
        System.out.printf("{\"load\": %.2f, \"texts\": %.2f, \"counts\": {\"sentences\": %d, \"triples\": %d}}%n", loaded,
            processorSeconds() - loaded, sentences, triples);
    }
}
