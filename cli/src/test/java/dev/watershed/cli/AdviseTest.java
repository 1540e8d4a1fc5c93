package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviseTest {

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    configure("catalog: dump.sql");
    Files.writeString(
        folder.resolve("dump.sql"),
        """
        USE shop;
        CREATE TABLE orders (
          id int unsigned NOT NULL AUTO_INCREMENT, member int NOT NULL, state varchar(9),
          placed datetime, PRIMARY KEY (id), KEY by_state (state), KEY by_state_placed (state, placed)
        ) ENGINE=InnoDB;
        CREATE TABLE items (id int PRIMARY KEY, order_id int, KEY one (order_id), KEY two (order_id));
        """);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      event(log, i, "SELECT id FROM orders WHERE member = " + i + " ORDER BY placed LIMIT 5");
    }
    event(log, 401, "SELECT id FROM orders WHERE member = 1 AND NOT_PARSED ((( 1");
    event(log, 402, "SELECT a FROM nowhere WHERE b = 1");
    Files.writeString(folder.resolve("slow.log"), log);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  private void configure(String server) throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "servers:\n  - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, "
            + server
            + "}\n");
  }

  private static void event(StringBuilder log, int second, String sql) {
    log.append(
        String.format(
            Locale.ROOT,
            "# Time: 2026-11-23T02:%02d:%02d.000000Z\n"
                + "# User@Host: app[app] @ host [10.0.0.1]  Id: 1\n"
                + "# Query_time: 0.050000  Lock_time: 0.000001 Rows_sent: 5  Rows_examined: 40000\n"
                + "use shop;\nSET timestamp=1764000000;\n%s;\n",
            second / 60,
            second % 60,
            sql));
  }

  @Test
  void saysWhatToAddAndWhatToDrop() {
    run.execute("advise", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .containsPattern("add  shop.orders \\(member, placed")
        .contains("drop-redundant  shop.orders (state)")
        .contains("drop-duplicate  shop.items (order_id)")
        .contains("2 of 2 tables have no statistics")
        .contains("missing-table (shop.nowhere)")
        .contains("The use of indexes was not seen on shop-1");
  }

  @Test
  void marksAdviceWithoutStatistics() {
    run.execute("advise", "-c", "watershed.yaml", "--format", "sql");
    assertThat(run.output())
        .contains("-- ALTER TABLE `shop`.`orders` ADD INDEX")
        .contains("\nALTER TABLE `shop`.`items` DROP INDEX `two`;");
  }

  @Test
  void writesJson() {
    run.execute("advise", "-c", "watershed.yaml", "--format", "json");
    assertThat(run.output())
        .startsWith("{\n  \"format\" : \"watershed.advise/1\"")
        .contains("\"kind\" : \"add\"", "\"confidence\" : \"low\"", "\"trial\" : null");
  }

  private List<String> ids() {
    run.execute("advise", "-c", "watershed.yaml", "--format", "json");
    return Pattern.compile("\"id\" : \"(index-[0-9a-f]+)\"")
        .matcher(run.output())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void everyIdItPrintsCanBeExplained() {
    assertThat(ids()).hasSizeGreaterThan(2);
    for (String id : ids()) {
      run.execute("explain", id, "-c", "watershed.yaml");
      assertThat(run.exitCode()).isZero();
      assertThat(run.output()).startsWith(id).contains("how\n", "-- undo: ALTER TABLE", "not seen");
      run.execute("explain", id, "-c", "watershed.yaml", "--format", "json");
      assertThat(run.output())
          .startsWith("{\n  \"format\" : \"watershed.advice/1\"")
          .contains("\"id\" : \"" + id + "\"");
    }
  }

  @Test
  void anAdviceIsExplainedByItsStatements() {
    String add = ids().get(0);
    run.execute("explain", add.substring(0, 14), "-c", "watershed.yaml");
    assertThat(run.output())
        .contains("add  shop.orders (member, placed")
        .contains("SELECT id FROM orders WHERE MEMBER = ?")
        .contains("400 calls, 20 s in all")
        .contains("before: scan of")
        .contains("other advice on the table")
        .contains("drop-redundant (state)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "index-0000000000|no advice index-0000000000 in that span of the store",
        "index-|index-' is no digest; expected",
        "index-xyz|index-xyz' is no digest; expected"
      })
  void saysThatAnIdIsUnknown(String id, String message) {
    run.execute("explain", id, "-c", "watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains(message);
  }

  @Test
  void explainsAdviceFromAStoreOnly() {
    run.execute("explain", "index-0000000000", "--from", "slow.log");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("an advice is explained from a store");
  }

  @Test
  void keepsToTheBudget() {
    run.execute("advise", "-c", "watershed.yaml", "--budget", "0");
    assertThat(run.output()).contains("indexes to add\n  none");
    run.execute("advise", "-c", "watershed.yaml", "--per-table", "0");
    assertThat(run.output()).contains("indexes to add\n  none");
  }

  @Test
  void needsACatalog() throws IOException {
    configure("catalog: dump.sql");
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.copy(folder.resolve("slow.log"), other.resolve("slow.log"));
    Files.writeString(
        other.resolve("watershed.yaml"),
        "servers:\n  - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0}\n");
    CommandRun bare = new CommandRun(other);
    bare.execute("collect", "-c", "watershed.yaml", "--log-ended");
    bare.execute("advise", "-c", "watershed.yaml");
    assertThat(bare.exitCode()).isZero();
    assertThat(bare.output()).contains("No catalog was collected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--budget|many|expected bytes such as 500MiB or 20GiB",
        "--budget|99999999TiB|is too large",
        "--per-table|-1|expected 0 or more",
        "--limit|-1|expected 0 (for all) or more",
        "--format|yaml|is none of text, json, sql",
        "--verify|jdbc:postgresql://x/|--verify: the copy: its url is not one",
        "--verify|jdbc:mysql://u:hidden@x/|as WATERSHED_VERIFY_PASSWORD"
      })
  void refusesWhatItCannotRead(String option, String value, String message) {
    run.execute("advise", "-c", "watershed.yaml", option, value);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains(message);
  }

  @Test
  void endsWithoutAStore() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("watershed.yaml"), "servers: []\n");
    CommandRun nothing = new CommandRun(empty);
    nothing.execute("advise", "-c", "watershed.yaml");
    assertThat(nothing.exitCode()).isEqualTo(3);
    assertThat(nothing.errors()).contains("there is no store");
  }
}
