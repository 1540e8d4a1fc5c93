package dev.watershed.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

  /** What the test wrote itself. */
  private static final Set<String> GIVEN = Set.of("slow.log", "dump.sql", "watershed.yaml");

  private final Plants plants = new Plants();
  @TempDir Path folder;
  private SearchedRun run;

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
    run = new SearchedRun(folder, plants, new CommandRun(folder));
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
    assertThat(run.found().keySet()).contains("collect.prom", "report-en.html", "shop.snapshot");
    run.assertHoldsOnly(CONTROL);
    assertThat(run.holding(CONTROL))
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

  /** Where double quotes are those of names, which are kept, and single ones those of literals. */
  @Test
  void underAnsiQuotesNothingThatIsWrittenHoldsALiteral() throws IOException {
    LogText log = new LogText();
    for (String condition :
        List.of(
            "\"email\" = '" + plants.mail("ansi") + "'",
            "\"email\" = 'a\"b" + plants.mail("ansidoubleinside") + "\"c' AND \"id\" = 1",
            "\"a\"\"b\" = 'it''s " + plants.mail("ansipair") + "' OR \"id\" > 1",
            "\"a'b\" = '" + plants.mail("ansisingleinname") + "' OR \"id\" < 1",
            "\"a\\\" = '" + plants.mail("ansibackslashinname") + "' OR \"id\" <> 1",
            "\"note\" = 'O\\'" + plants.mail("ansiescaped") + "' AND \"id\" = 2",
            "\"note\" = N'" + plants.mail("ansinational") + "' AND \"id\" > 2",
            "\"note\" = _utf8mb4'" + plants.mail("ansiintroduced") + "' AND \"id\" < 2",
            "\"note\" = x'" + plants.hex("ansihex") + "' AND \"id\" <> 2",
            "\"note\" IN ('" + plants.mail("ansilist") + "', 'b') AND \"id\" = 3",
            "\"id\" = 3 /* " + plants.mail("ansicomment") + " */ AND \"note\" = ''",
            "\"note\" = 'C:\\' AND \"email\" = '" + plants.mail("ansinobackslash") + "'",
            "\"note = '" + plants.mail("ansiopenname") + "' AND \"email\" = 'x'",
            "\"note\" = 'a' AND \"email\" = '" + plants.mail("ansiopen"))) {
      log.event("buyer", START, "SELECT id FROM \"pl4nttable\" WHERE " + condition);
    }
    log.event("buyer", START, "CREATE USER a IDENTIFIED BY '" + plants.name("ansiuser") + "'");
    log.event("buyer", START, "SELECT id FROM \"pl4nttable\" WHERE \"id\" = 9");
    Files.writeString(folder.resolve("slow.log"), log.toString());
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        servers:
          - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, sqlMode: ANSI_QUOTES}
        """);
    run.stored("collect", "--log-ended");
    run.stored("digest", "slow.log", "--limit", "0", "--format", "json");
    run.stored("analyze", "--limit", "0", "--format", "json");
    run.stored("report", "--out", "report.html");
    run.stored("snapshot", "--out", "shop.snapshot");
    run.stored("query", "select * from texts", "--limit", "0", "--format", "json");
    run.files("", GIVEN);
    run.assertHoldsOnly(CONTROL);
    assertThat(run.holding(CONTROL))
        .contains("report.html", "shop.snapshot")
        .anyMatch(name -> name.startsWith("workload/texts/"));
  }

  /** With raw samples the store has each literal that this test believes to be read. */
  @Test
  void whoAsksForLiteralsHasThem() throws IOException {
    configure("raw");
    run.command("collect", "-c", "watershed.yaml", "--log-ended");
    run.files("workload", GIVEN);
    Set<String> missing = plants.places();
    run.found().values().forEach(missing::removeAll);
    assertThat(missing).isSubsetOf(PlantedDump.NEVER_KEPT);
  }

  private void everyCommand() throws IOException {
    run.command("collect", "-c", "watershed.yaml", "--log-ended");
    run.stored("collect", "--compact", "--format", "json", "--metrics", "collect.prom");
    run.files("workload", GIVEN);
    for (String format : List.of("text", "json")) {
      run.command("digest", "slow.log", "--limit", "0", "--format", format);
      for (String group : List.of("digest", "table", "schema", "account")) {
        run.stored("analyze", "--limit", "0", "--group-by", group, "--format", format);
      }
      for (String what : List.of("--coupling", "--structure", "--neighbours")) {
        run.stored("analyze", what, "--format", format);
      }
      for (String command : List.of("advise", "plan", "owners")) {
        run.stored(command, "--limit", "0", "--format", format);
      }
      for (String table : List.of("members", "bylist", "byrange", "byhash", "seen", "pl4nttable")) {
        run.stored("explain", "shop." + table, "--format", format);
      }
    }
    for (String format :
        List.of("text", "json", "sarif", "junit", "gitlab", "github", "markdown")) {
      run.stored("check", "--format", format);
    }
    run.command("digest", "slow.log", "--limit", "0", "--format", "html", "--out", "digest.html");
    run.command("explain", aDigest(), "--from", "slow.log");
    for (String language : List.of("en", "ja")) {
      run.stored("report", "--lang", language, "--out", "report-" + language + ".html");
      run.stored("report", "--lang", language, "--format", "markdown");
    }
    run.stored("snapshot", "--out", "shop.snapshot", "--format", "json");
    run.stored("export", "--out", "export");
    for (String table : List.of("statements", "texts", "tables", "columns", "indexes", "origins")) {
      run.stored("query", "select * from " + table, "--limit", "0", "--format", "json");
    }
    run.files("", GIVEN);
  }

  private String aDigest() {
    run.command("digest", "slow.log", "--format", "json", "--limit", "1");
    return run.output().replaceFirst("(?s).*\"digest\" *: *\"([0-9a-f]{16})\".*", "$1");
  }
}
