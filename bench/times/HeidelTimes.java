// HeidelTime over many texts in one virtual machine: java -cp JAR HeidelTimes.java CONFIG LIST
// LIST holds "input TAB day of publication TAB output" lines; each output is HeidelTime's TimeML.

import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;

public class HeidelTimes {
    public static void main(String[] arguments) throws Exception {
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
            Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML, arguments[0], POSTagger.TREETAGGER);
        SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd");
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            String[] fields = line.split("\t");
            String text = Files.readString(Path.of(fields[0]), StandardCharsets.UTF_8);
            String marked = tagger.process(text, days.parse(fields[1]));
            Files.writeString(Path.of(fields[2]), marked, StandardCharsets.UTF_8);
        }
    }
}
