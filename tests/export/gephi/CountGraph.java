// Imports each file named as Gephi does and prints "FILE nodes edges label-weight-sum" for it; counts are the
// toolkit's own, after its checks. Any complaint of the importer goes to standard error and fails the run.

import java.io.File;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class CountGraph {
  public static void main(String[] files) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    projects.newProject();
    boolean sound = true;
    for (String file : files) {
      Workspace workspace = projects.newWorkspace(projects.getCurrentProject());
      projects.openWorkspace(workspace);
      Container container = importer.importFile(new File(file));
      importer.process(container, new DefaultProcessor(), workspace);
      var issues = container.getReport().getIssues(1000);
      while (issues.hasNext()) {
        Issue issue = issues.next();
        if (issue.getLevel().toInteger() >= Issue.Level.WARNING.toInteger()) {
          System.err.println(file + ": " + issue.getMessage());
          sound = false;
        }
      }
      Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
      double weight = 0;
      for (Edge edge : graph.getEdges()) weight += edge.getWeight();
      System.out.println(graph.getNodeCount() + " " + graph.getEdgeCount() + " " + Math.round(weight));
    }
    System.exit(sound ? 0 : 1);
  }
}
