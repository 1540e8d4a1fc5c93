package dev.watershed.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No literal leaves where it was read. Personal data stand in every form of literal and in every
 * place of a definition; then every command runs, and all that it wrote is searched: the files of
 * the store and of results, standard output, standard error.
 */
class RedactionTest {

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  /** The name of a table, which is kept: where it is not found, nothing was searched. */
  private static final String CONTROL = "table";

  private final Plants plants = new Plants();
  private final Map<String, Set<String>> found = new TreeMap<>();
  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void write() throws IOException {
    List<String> statements = PlantedStatements.of(plants);
    LogText log = new LogText();
    log.event("buyer", START, "SELECT id FROM pl4nttable WHERE id = 1");
    log.event("seller", START, "UPDATE pl4nttable SET email = 'a' WHERE email = 'b'");
    Instant at = START;
    for (String statement : statements) {
      at = at.plusSeconds(2);
      log.event("buyer", at, statement);
    }
    Files.writeString(folder.resolve("slow.log"), log.toString());
    Files.writeString(folder.resolve("dump.sql"), PlantedDump.of(plants));
    run = new CommandRun(folder);
  }

  private void configure(String samples) throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        samples: %s
        servers:
          - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}
        services:
          - {name: buyer, team: a, match: {users: [buyer]}, owns: ["shop.pl4nttable"]}
          - {name: seller, team: b, match: {users: [seller]}, owns: ["shop.members"]}
        """
            .formatted(samples));
  }

  @Test
  void nothingThatIsWrittenHoldsALiteral() throws IOException {
    configure("redacted");
    everyCommand();
    assertThat(found.keySet()).contains("collect.prom", "report-en.html", "shop.snapshot");
    assertThat(found.values()).allSatisfy(places -> assertThat(places).isSubsetOf(CONTROL));
    assertThat(searched())
        .as("the name of a table is everywhere")
        .anyMatch(name -> name.startsWith("workload/texts/"))
        .anyMatch(name -> name.startsWith("workload/catalog/"))
        .anyMatch(name -> name.startsWith("workload/cache/"))
        .anyMatch(name -> name.startsWith("export/texts/"))
        .anyMatch(name -> name.startsWith("export/columns/"))
        .contains("digest.html", "report-en.html", "report-ja.html", "shop.snapshot")
        .contains("digest slow.log --limit 0 --format json")
        .contains("query -c watershed.yaml select * from texts --limit 0 --format json");
  }

  /** With raw samples the store has each literal that this test believes to be read. */
  @Test
  void whoAsksForLiteralsHasThem() throws IOException {
    configure("raw");
    command("collect", "-c", "watershed.yaml", "--log-ended");
    files("workload");
    Set<String> missing = plants.places();
    found.values().forEach(missing::removeAll);
    assertThat(missing).isSubsetOf(PlantedDump.NEVER_KEPT);
  }

  /** Where the control was found. */
  private List<String> searched() {
    return found.keySet().stream().filter(name -> found.get(name).contains(CONTROL)).toList();
  }

  private void everyCommand() throws IOException {
    command("collect", "-c", "watershed.yaml", "--log-ended");
    stored("collect", "--compact", "--format", "json", "--metrics", "collect.prom");
    files("workload");
    for (String format : List.of("text", "json")) {
      command("digest", "slow.log", "--limit", "0", "--format", format);
      for (String group : List.of("digest", "table", "schema", "account")) {
        stored("analyze", "--limit", "0", "--group-by", group, "--format", format);
      }
      for (String what : List.of("--coupling", "--structure", "--neighbours")) {
        stored("analyze", what, "--format", format);
      }
      for (String command : List.of("advise", "plan", "owners")) {
        stored(command, "--limit", "0", "--format", format);
      }
      for (String table : List.of("members", "bylist", "byrange", "byhash", "seen", "pl4nttable")) {
        stored("explain", "shop." + table, "--format", format);
      }
    }
    for (String format :
        List.of("text", "json", "sarif", "junit", "gitlab", "github", "markdown")) {
      stored("check", "--format", format);
    }
    command("digest", "slow.log", "--limit", "0", "--format", "html", "--out", "digest.html");
    command("explain", aDigest(), "--from", "slow.log");
    for (String language : List.of("en", "ja")) {
      stored("report", "--lang", language, "--out", "report-" + language + ".html");
      stored("report", "--lang", language, "--format", "markdown");
    }
    stored("snapshot", "--out", "shop.snapshot", "--format", "json");
    stored("export", "--out", "export");
    for (String table : List.of("statements", "texts", "tables", "columns", "indexes", "origins")) {
      stored("query", "select * from " + table, "--limit", "0", "--format", "json");
    }
    files("");
  }

  private String aDigest() {
    command("digest", "slow.log", "--format", "json", "--limit", "1");
    return run.output().replaceFirst("(?s).*\"digest\" *: *\"([0-9a-f]{16})\".*", "$1");
  }

  private void stored(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("-c", "watershed.yaml"));
    command(all.toArray(String[]::new));
  }

  private void command(String... arguments) {
    run.execute(arguments);
    String name = String.join(" ", arguments);
    assertThat(run.exitCode()).as("%s: %s", name, run.errors()).isIn(0, 1, 3, 4);
    found.put(name, plants.found(run.output().getBytes(StandardCharsets.UTF_8)));
    found.put(
        name + " (standard error)", plants.found(run.errors().getBytes(StandardCharsets.UTF_8)));
  }

  /** Searches the files below a folder, but for what was given. */
  private void files(String below) throws IOException {
    Set<String> given = Set.of("slow.log", "dump.sql", "watershed.yaml");
    try (Stream<Path> files = Files.walk(folder.resolve(below))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!given.contains(name)) {
          found.put(name, plants.found(Files.readAllBytes(file)));
        }
      }
    }
  }
}
