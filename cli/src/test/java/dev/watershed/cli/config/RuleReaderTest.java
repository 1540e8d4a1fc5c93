package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

  @TempDir private Path folder;

  @Test
  void withoutSettingsTheUsualRulesAreInForce() throws Exception {
    assertThat(read("samples: redacted").rules().rules()).hasSameSizeAs(BuiltInRules.kinds());
  }

  @Test
  void budgetsAreRead() throws Exception {
    assertThat(
            read("budgets: [{service: market, p95Millis: 250}, {service: plan, p95Millis: 0.5}]")
                .agreements()
                .budgets())
        .containsExactly(Budget.ofP95("market", 250), Budget.ofP95("plan", 0.5));
  }

  @Test
  void settingsChangeParametersAndSeverities() throws Exception {
    FleetFacts facts =
        new FleetFactsFixture(new WorkloadFixture().run(60).user("").run(40)).build();
    assertThat(read("samples: redacted").rules().judge(facts).violations())
        .extracting(Violation::severity)
        .contains(Severity.WARNING)
        .doesNotContain(Severity.ERROR);
    assertThat(
            read("rules: [{rule: unattributed-share, severity: error, maxShare: 0.39}]")
                .rules()
                .judge(facts)
                .violations())
        .extracting(Violation::severity)
        .contains(Severity.ERROR);
    assertThat(
            read("rules: [{rule: unattributed-share, maxShare: 0.4}]")
                .rules()
                .judge(facts)
                .violations())
        .extracting(Violation::rule)
        .doesNotContain("unattributed-share");
    assertThat(
            read("rules: [{rule: unattributed-share, severity: off}]")
                .rules()
                .judge(facts)
                .violations())
        .extracting(Violation::rule)
        .doesNotContain("unattributed-share");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          budgets: [{service: a}]                                               | expected one of p95Millis, p99Millis
          sensitive: [member.email]                                             | expected schema.table.column
          budgets: [{service: a, p95Millis: 0}]                                 | expected more than 0
          budgets: [{service: a, p95Millis: 1}, {service: a, p95Millis: 2}]     | already a budget of 'a'
          rules: [{rule: nix}]                                                  | one of budget-p95
          rules: [{rule: full-scans, maxShare: 1}]                              | is no parameter of full-scans
          rules: [{rule: full-scans, fullScanShare: 2}]                         | expected a number, 0 to 1
          rules: [{rule: unattributed-share, maxShare: 2}]                      | expected a number, 0 to 1
          rules: [{rule: full-scans, severity: bad}]                            | one of error, warning
          rules: [{rule: full-scans}, {rule: full-scans}]                       | already settings
          """)
  void mistakesAreNamedWithTheirPlace(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("watershed.yaml:1:")
        .hasMessageContaining(message);
  }

  private Configuration read(String yaml) throws IOException, ConfigurationException {
    Files.writeString(folder.resolve("watershed.yaml"), yaml);
    return ConfigurationReader.read("watershed.yaml", folder);
  }
}
