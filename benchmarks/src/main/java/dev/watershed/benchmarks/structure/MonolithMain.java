package dev.watershed.benchmarks.structure;

import dev.watershed.benchmarks.command.FreshFolder;
import dev.watershed.benchmarks.command.Options;
import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.benchmarks.proof.Watershed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code MonolithMain --example examples/marketplace --service marketplace --out FOLDER}: how well
 * the clusters of what one service sends agree with its modules. Modules are told by tags in
 * comments, and these do not count in the search.
 */
public final class MonolithMain {

  private MonolithMain() {}

  /** Measures; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws IOException {
    Options options =
        Options.read(
            arguments,
            "--example FOLDER --service NAME --out FOLDER",
            Set.of("--example", "--service", "--out"),
            Set.of());
    Path folder = FreshFolder.at(Path.of(options.text("--out")).resolve("example"));
    try (Stream<Path> files = Files.list(Path.of(options.text("--example")))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    String service = options.text("--service");
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    watershed.run(
        "owners", "-c", "watershed.yaml", "--modules", "--format", "json", "--out", "owners.json");
    watershed.run(
        "analyze",
        "-c",
        "watershed.yaml",
        "--structure",
        "--split",
        service,
        "--format",
        "json",
        "--out",
        "structure.json");
    say(
        modules(JsonNode.read(folder.resolve("owners.json")), service),
        clusters(JsonNode.read(folder.resolve("structure.json"))));
  }

  private static void say(Map<String, String> modules, Map<String, String> clusters) {
    List<String> tables = clusters.keySet().stream().filter(modules::containsKey).toList();
    tables.forEach(
        table ->
            System.out.printf("%-32s %-24s %s%n", table, modules.get(table), clusters.get(table)));
    PartitionAgreement agreement =
        PartitionAgreement.of(numbers(tables, modules), numbers(tables, clusters));
    System.out.printf(
        Locale.ROOT,
        "%d tables of %d modules in %d clusters: AMI %.3f, ARI %.3f%n",
        tables.size(),
        tables.stream().map(modules::get).distinct().count(),
        tables.stream().map(clusters::get).distinct().count(),
        agreement.adjustedMutualInformation(),
        agreement.adjustedRand());
  }

  private static int[] numbers(List<String> tables, Map<String, String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    return tables.stream()
        .map(names::get)
        .mapToInt(name -> numbers.computeIfAbsent(name, key -> numbers.size()))
        .toArray();
  }

  /** The module of each table that one is declared to own. */
  private static Map<String, String> modules(JsonNode owners, String service) {
    Map<String, String> modules = new TreeMap<>();
    for (JsonNode table : owners.list("tables", node -> node)) {
      if (table.text("status").equals("declared")
          && table.text("owner").startsWith(service + "/")) {
        modules.put(table.text("table"), table.text("owner"));
      }
    }
    return modules;
  }

  /** The cluster of each table in use; one that is alone is its own. */
  private static Map<String, String> clusters(JsonNode structure) {
    Map<String, String> clusters = new TreeMap<>();
    for (JsonNode cluster : structure.list("clusters", node -> node)) {
      cluster.texts("tables").forEach(table -> clusters.put(table, cluster.text("name")));
    }
    structure.texts("alone").forEach(table -> clusters.put(table, "(alone) " + table));
    return clusters;
  }
}
