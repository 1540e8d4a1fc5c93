package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationReader;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.sql.facts.Shape;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapturedShapesTest {

  private static final String CONFIGURATION =
      """
      services:
        - {name: booking, match: {users: [app]}}
        - {name: coupon, match: {users: [app], comments: {controller: "coupon*"}}}
      """;
  private static final String BY_ID = "SELECT a FROM t WHERE id = 1";

  @TempDir Path folder;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  /**
   * One statement in the schema {@code shop}: who sends it, from which test, on which data. Of two
   * sets of data that have its tables, the first is taken.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          SELECT a FROM t WHERE id = 1                     | main booking log - shop
          /* test='a/B.java' */ SELECT a FROM t            | main booking a/B.java a/B.java shop
          SELECT a FROM t /* controller='coupon',test='x' */ | main coupon x x shop
          SELECT a FROM bill.t                             | two booking log - shop
          SELECT a FROM both.t                             | main booking log - shop
          """)
  void aStatementIsWhoseItsAccountAndTagsSay(String statement, String queries) throws Exception {
    log("log", statement);
    assertThat(described(Set.of(), "--capture", "log")).isEqualTo(split(queries));
  }

  /**
   * What the test suite asks of its own tables is left out; where that is all, nobody can judge.
   */
  @ParameterizedTest
  @ValueSource(strings = {"SELECT a FROM suite_table", "SELECT a FROM nowhere.t", "SELECT 1"})
  void whatNoCatalogHasIsLeftOut(String statement) throws Exception {
    log("log", BY_ID, statement);
    assertThat(described(Set.of(), "--capture", "log")).containsExactly("main booking log - shop");
    log("log", statement);
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> read(Set.of(), "--capture", "log"))
        .withMessageContaining("--capture: none of 1 statement uses tables that a catalog has")
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.NOT_ENOUGH_DATA));
  }

  @Test
  void aSchemaThatNoCatalogHasLeavesNothingToJudge() throws Exception {
    log("log", BY_ID);
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> read(Set.of(), "--capture", "log", "--schema", "nowhere"))
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.NOT_ENOUGH_DATA));
  }

  @ParameterizedTest
  @CsvSource({
    "--service other, main other log - shop",
    "--schema both, main booking log - both",
  })
  void optionsSayItBetter(String option, String queries) throws Exception {
    log("log", BY_ID);
    assertThat(described(Set.of(), ("--capture log " + option).split(" ")))
        .isEqualTo(split(queries));
  }

  @Test
  void onlyShapesThatAreNewAreJudgedAndEachOnce() throws Exception {
    log("log", BY_ID, "SELECT id, a FROM t WHERE id = 7", "SELECT a FROM t WHERE a = 1");
    List<ProposedChange.Query> all = read(Set.of(), "--capture", "log");
    assertThat(all).hasSize(2);
    Set<Long> known = Set.of(Shape.of(all.get(0).facts()).id());
    assertThat(read(known, "--capture", "log")).containsExactly(all.get(1));
    log("base", "SELECT a FROM t WHERE a = 2");
    assertThat(read(Set.of(), "--capture", "log", "--base-capture", "base"))
        .containsExactly(all.get(0));
  }

  @Test
  void withoutACaptureNothingIsRead() throws Exception {
    assertThat(read(Set.of(), "--base-capture", "nowhere")).isEmpty();
  }

  @Test
  void standardInputIsALogToo() throws Exception {
    assertThat(read(general(BY_ID), Set.of(), "--capture", "-")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "--capture nowhere, --capture: nowhere",
    "--capture log --base-capture odd, --base-capture: odd"
  })
  void aLogThatCannotBeReadIsNamedWithItsOption(String arguments, String message) throws Exception {
    log("log", BY_ID);
    Files.writeString(folder.resolve("odd"), "nothing\n");
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> read(Set.of(), arguments.split(" ")))
        .withMessageStartingWith(message)
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void whatCouldNotBeTakenAsItStandsIsSaid() throws Exception {
    Files.writeString(folder.resolve("log"), "the end of it\n" + general(BY_ID));
    assertThat(read(Set.of(), "--capture", "log")).hasSize(1);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "watershed: --capture: 1 times truncated start: bytes before the first event of the"
                + " file, skipped\n");
  }

  private void log(String name, String... statements) throws Exception {
    Files.writeString(folder.resolve(name), general(statements));
  }

  private static String general(String... statements) {
    StringBuilder log =
        new StringBuilder("261123  0:00:00\t     8 Connect\tapp@10.0.0.1 on shop using TCP/IP\n");
    Arrays.stream(statements).forEach(each -> log.append("\t\t     8 Query\t" + each + "\n"));
    return log.toString();
  }

  private List<String> described(Set<Long> known, String... arguments) throws Exception {
    return read(known, arguments).stream()
        .map(
            query ->
                String.join(
                    " ",
                    query.dataSet(),
                    query.service().orElse("-"),
                    query.place().path(),
                    query.source().orElse("-"),
                    query.schema().orElse("-")))
        .toList();
  }

  private List<ProposedChange.Query> read(Set<Long> known, String... arguments) throws Exception {
    return read("", known, arguments);
  }

  private List<ProposedChange.Query> read(String input, Set<Long> known, String... arguments)
      throws Exception {
    Files.writeString(folder.resolve("watershed.yaml"), CONFIGURATION);
    Configuration configuration = ConfigurationReader.read("watershed.yaml", folder);
    return new CapturedShapes(
            ChangeFixture.context(folder, input, errors),
            configuration,
            ChangeFixture.options(arguments),
            ChangeFixture.catalogs("main=shop,both", "two=bill,both"))
        .read(known);
  }

  private static List<String> split(String queries) {
    return Optional.of(queries)
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(text.split(", ", -1)))
        .orElse(List.of());
  }
}
