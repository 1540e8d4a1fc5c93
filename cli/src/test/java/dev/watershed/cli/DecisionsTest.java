package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code decisions} over two days: a table that two services write on the first of them only. */
class DecisionsTest {

  private static final String CONFIGURATION =
      """
      servers: [{name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}]
      services:
        - {name: shop, team: core, match: {users: [svc_shop]}, owns: [shop.items]}
        - {name: member, match: {users: [svc_member]}, owns: [shop.notes]}
      decisions: decisions.yaml
      """;
  private static final Pattern CONTESTED =
      Pattern.compile("([0-9a-f]{16})  contested-table: shop.items");
  private static final Pattern DUPLICATE = Pattern.compile("(index-[0-9a-f]{10})  drop-duplicate");

  @TempDir Path folder;
  private CommandRun run;
  private String contested = "";
  private String duplicate = "";

  @BeforeEach
  void collect() throws IOException {
    Files.writeString(
        folder.resolve("dump.sql"),
        "USE shop;\n"
            + "CREATE TABLE items (id int PRIMARY KEY, a int, KEY one (a), KEY two (a));\n"
            + "CREATE TABLE notes (id int PRIMARY KEY, a int);\n");
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      event(log, "2026-11-01", i, "svc_shop", "UPDATE shop.items SET a = 1 WHERE id = 1");
      event(log, "2026-11-01", i, "svc_member", "UPDATE shop.items SET a = 1 WHERE id = 1");
    }
    for (int i = 0; i < 20; i++) {
      event(log, "2026-11-10", i, "svc_shop", "UPDATE shop.items SET a = 1 WHERE id = 1");
      event(log, "2026-11-10", i, "svc_member", "UPDATE shop.notes SET a = 1 WHERE id = 1");
    }
    Files.writeString(folder.resolve("slow.log"), log);
    Files.writeString(folder.resolve("watershed.yaml"), CONFIGURATION);
    ledger("[]");
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    decisions("");
    contested = id(CONTESTED);
    duplicate = id(DUPLICATE);
  }

  private static void event(StringBuilder log, String day, int second, String user, String sql) {
    log.append(
        String.format(
            Locale.ROOT,
            "# Time: %sT02:00:%02d.000000Z\n"
                + "# User@Host: %s[%s] @ host [10.0.0.1]  Id: 1\n"
                + "# Query_time: 0.050000  Lock_time: 0.000001 Rows_sent: 0  Rows_examined: 1\n"
                + "use shop;\nSET timestamp=1764000000;\n%s;\n",
            day,
            second,
            user,
            user,
            sql));
  }

  private void ledger(String entries) throws IOException {
    Files.writeString(folder.resolve("decisions.yaml"), "decisions: " + entries + "\n");
  }

  private void decisions(String arguments) {
    run.execute(("decisions -c watershed.yaml " + arguments).strip().split(" ", -1));
  }

  private String id(Pattern pattern) {
    Matcher matcher = pattern.matcher(run.output());
    assertThat(matcher.find()).as(run.errors() + run.output()).isTrue();
    return matcher.group(1);
  }

  private static String entry(String id, String state, String date) {
    return "{finding: '%s', state: %s, team: core, date: %s, reason: agreed}"
        .formatted(id, state, date);
  }

  @Test
  void withoutEntriesEverythingIsNew() {
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("0 decisions: ", "contested-table: shop.items", "drop-duplicate: two")
        .contains(", team core");
  }

  @Test
  void anEntryIsOpenWhileTheFindingIsThereAndGoneAfterwards() throws IOException {
    ledger("[" + entry(contested, "accepted", "2026-11-03") + "]");
    decisions("");
    assertThat(run.output())
        .contains("1 decision: 1 open", contested + "  accepted 21 days ago, still there, weight ")
        .doesNotContain(contested + "  contested-table");
    decisions("--since 2026-11-05");
    assertThat(run.output()).contains("1 decision: 1 gone", "contested-table: shop.items");
  }

  @Test
  void whatWasDoneAndIsThereAgainIsReopened() throws IOException {
    ledger("[" + entry(duplicate, "done", "2026-11-03") + "]");
    decisions("--since 2026-11-05");
    assertThat(run.output()).contains("1 decision: 1 reopened", "there again");
    decisions("");
    assertThat(run.output()).contains("1 unsettled", "--since 2026-11-04 tells");
  }

  @Test
  void anUnknownIdIsNamedWithTheNearestOne() throws IOException {
    String near = (contested.startsWith("0") ? "1" : "0") + contested.substring(1);
    ledger("[" + entry(near, "accepted", "2026-11-03") + "]");
    decisions("");
    assertThat(run.output().replaceAll("\\s+", " "))
        .contains("1 unknown", "did you mean " + contested + "?");
  }

  @Test
  void theExportForTicketsIsTheSameOnAnotherDay() throws IOException {
    ledger("[" + entry(contested, "accepted", "2026-11-03") + "]");
    decisions("--format json");
    String first = run.output();
    assertThat(first)
        .startsWith("{\n  \"format\" : \"watershed.decisions/1\"")
        .contains("\"id\" : \"" + contested + "\"", "\"state\" : \"accepted\"", "\"new\"");
    run.clock(
        java.time.Clock.fixed(
            java.time.Instant.parse("2026-12-24T00:00:00Z"), java.time.ZoneOffset.UTC));
    decisions("--format json");
    assertThat(run.output()).isEqualTo(first);
  }

  @Test
  void diffSaysWhetherItHelped() throws IOException {
    ledger(
        "[%s, %s]"
            .formatted(
                entry(contested, "done", "2026-11-03"),
                entry(duplicate, "accepted", "2026-11-03")));
    String spans = "--base 2026-11-01/2026-11-02 --head 2026-11-10/2026-11-11";
    run.execute(("diff -c watershed.yaml " + spans).split(" ", -1));
    assertThat(run.output())
        .contains("helped  " + contested + "  done  contested-table: shop.items")
        .contains("unknown  " + duplicate + "  accepted", "the base does not show it");
    run.execute(("diff -c watershed.yaml --format json " + spans).split(" ", -1));
    assertThat(run.output()).contains("\"outcome\" : \"helped\"", "\"headWeight\" : null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {finding: x, state: done, team: a, date: 2026-11-03, reason: b}                | 1:23: decisions[0].finding: 'x' is no id
          {finding: index-0123456789, state: off, team: a, date: 2026-11-03, reason: b}  | decisions[0].state: 'off'; expected one of accepted
          {finding: index-0123456789, state: done, team: a, date: 3.11., reason: b}      | is no date; expected year, month and day
          {finding: index-0123456789, state: done, team: a, date: 2026-11-03}            | the key reason is missing
          {finding: index-0123456789, stat: done}                                        | did you mean state?
          {finding: index-0123456789, state: done, team: a, date: 2026-11-03, reason: b, until: 2026-11-02} | is before the date
          """)
  void aLedgerThatIsWrongIsNamedWithItsPlace(String entry, String message) throws IOException {
    ledger("[" + entry + "]");
    decisions("");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("decisions.yaml:1:", message);
  }

  @Test
  void anIdThatIsThereTwiceAndALedgerThatIsMissingAreErrors() throws IOException {
    String entry = entry(contested, "accepted", "2026-11-03");
    ledger("[" + entry + ", " + entry + "]");
    decisions("");
    assertThat(run.errors()).contains("there is already a decision about " + contested);
    Files.delete(folder.resolve("decisions.yaml"));
    decisions("");
    assertThat(run.errors()).contains("decisions.yaml: no such file");
    Files.writeString(
        folder.resolve("watershed.yaml"), CONFIGURATION.replace("decisions: decisions.yaml", ""));
    decisions("");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no ledger; name one with decisions: decisions.yaml");
  }
}
