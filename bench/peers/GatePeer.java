// GATE with the ANNIE application over the files named in a list, one after another: java -cp JARS GatePeer.java LIST
// Prints one line of JSON: seconds of the processor for loading and for the texts, and what was found.

import gate.Corpus;
import gate.CorpusController;
import gate.Document;
import gate.Factory;
import gate.Gate;
import gate.creole.Plugin;
import gate.creole.ResourceReference;
import gate.util.persistence.PersistenceManager;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public class GatePeer {
    static final List<String> KINDS = List.of("Person", "Organization", "Location", "Date", "Money");

    static double processorSeconds() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    public static void main(String[] arguments) throws Exception {
        Gate.runInSandbox(true);
        Gate.init();
        Plugin annie = new Plugin.Maven("uk.ac.gate.plugins", "annie", "9.1");
        Gate.getCreoleRegister().registerPlugin(annie);
        var application = new ResourceReference(annie, "resources/ANNIE_with_defaults.gapp");
        CorpusController controller = (CorpusController) PersistenceManager.loadObjectFromUri(application.toURI());
        Corpus corpus = Factory.newCorpus("texts");
        controller.setCorpus(corpus);
        Map<String, Long> counts = new TreeMap<>();
        run(controller, corpus, "North Korea has sent shells to Russia.", new TreeMap<>());
        double loaded = processorSeconds();
        for (String file : Files.readAllLines(Path.of(arguments[0])))
            run(controller, corpus, Files.readString(Path.of(file), StandardCharsets.UTF_8), counts);
        StringBuilder found = new StringBuilder();
        counts.forEach((kind, count) -> found.append(found.length() == 0 ? "" : ", ").append('"').append(kind)
            .append("\": ").append(count));
        System.out.printf("{\"load\": %.2f, \"texts\": %.2f, \"counts\": {%s}}%n", loaded,
            processorSeconds() - loaded, found);
    }

    static void run(CorpusController controller, Corpus corpus, String text, Map<String, Long> counts) throws Exception {
        Document document = Factory.newDocument(text);
        corpus.add(document);
        controller.execute();
        for (String kind : KINDS)
            counts.merge(kind, (long) document.getAnnotations().get(kind).size(), Long::sum);
        corpus.clear();
        Factory.deleteResource(document);
    }
}
