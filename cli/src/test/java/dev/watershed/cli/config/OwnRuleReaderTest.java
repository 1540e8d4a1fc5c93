package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.rules.book.RuleBook;
import dev.watershed.rules.rule.ActiveRule;
import dev.watershed.rules.rule.RuleScope;
import dev.watershed.rules.verdict.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRuleReaderTest {

  @TempDir private Path folder;

  @Test
  void anOwnRuleFollowsThoseThatAreBuiltIn() throws Exception {
    Configuration read =
        read("rules: [{rule: mine, sql: SELECT 1, judges: both, severity: info, title: a thing}]");
    ActiveRule last = last(read.rules());
    assertThat(last.kind().name()).isEqualTo("mine");
    assertThat(last.kind().title()).isEqualTo("a thing");
    assertThat(last.kind().scope()).isEqualTo(RuleScope.BOTH);
    assertThat(last.settings().severity()).isEqualTo(Severity.INFO);
    assertThat(read.ruleSets().names()).contains("mine", "full-scans");
  }

  @Test
  void whatCannotBeJudgedOfTheFleetIsAFailureAndOfAChangeIsNot() throws Exception {
    assertThat(
            last(read("rules: [{rule: mine, sql: SELECT 1}]").rules())
                .settings()
                .failsInconclusive())
        .isTrue();
    assertThat(
            last(read("rules: [{rule: mine, sql: SELECT 1, judges: change}]").rules())
                .settings()
                .failsInconclusive())
        .isFalse();
  }

  @Test
  void aRuleOfAnIncludedFileReadsItsQueryBesideThat() throws Exception {
    Files.createDirectories(folder.resolve("services/a"));
    Files.writeString(folder.resolve("services/a/mine.sql"), "SELECT 1");
    Files.writeString(
        folder.resolve("services/a/part.yaml"), "rules: [{rule: mine, file: mine.sql}]\n");
    assertThat(last(read("include: [\"services/*/part.yaml\"]").rules()).kind().name())
        .isEqualTo("mine");
  }

  @Test
  void environmentsSayAnotherSeverityAndOtherParameters() throws Exception {
    Configuration read =
        read(
            "rules: [{rule: full-scans, severity: error, environments: {dev: {severity: 'off'}}},"
                + " {rule: mine, sql: SELECT 1, environments: {dev: {severity: error}, ci: {}}}]");
    assertThat(read.in("dev").rules().rules()).hasSize(read.rules().rules().size() - 1);
    assertThat(last(read.in("dev").rules()).settings().severity()).isEqualTo(Severity.ERROR);
    assertThat(last(read.in("ci").rules()).settings().severity()).isEqualTo(Severity.WARNING);
    assertThatThrownBy(() -> read.in("prod")).hasMessageContaining("there are ci, dev");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {rule: full-scans, sql: SELECT 1}                    | watershed.yaml:1:16: rules[0].rule: 'full-scans' is a rule that is built in
          {rule: Mine, sql: SELECT 1}                          | expected a name of small letters
          {rule: mine, sql: SELECT 1, file: a.sql}             | expected one of sql and file
          {rule: mine, file: a.sql}                            | there is no file a.sql
          {rule: mine, sql: SELECT 1, maxShare: 0.5}           | its numbers go into parameters
          {rule: mine, sql: SELECT 1, nonsense: 1}             | unknown key
          {rule: mine, sql: SELECT 1, judges: all}             | expected one of fleet, change, both
          {rule: mine, sql: SELECT 1, environments: {a: {parameters: {x: 1}}}} | no such parameter beside its environments
          {rule: mine, sql: SELECT 1, timeLimitSeconds: 0}     | 1 or more
          {rule: full-scans, environments: {a: {maxRows: 1}}}  | unknown key
          {rule: full-scans, environments: {a: {maxShare: 0.5}}} | is no parameter of full-scans
          {rule: mine, severity: error}                        | there is no rule 'mine'
          """)
  void mistakesAreNamedWithTheirPlace(String rule, String message) {
    assertThatThrownBy(() -> read("rules: [" + rule + "]"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(message);
  }

  private static ActiveRule last(RuleBook book) {
    List<ActiveRule> rules = book.rules();
    return rules.get(rules.size() - 1);
  }

  private Configuration read(String text) throws IOException, ConfigurationException {
    Files.writeString(folder.resolve("watershed.yaml"), text + "\n");
    return ConfigurationReader.read("watershed.yaml", folder);
  }
}
