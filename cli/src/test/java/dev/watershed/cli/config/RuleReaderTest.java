package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.rules.Budget;
import dev.watershed.rules.BudgetP95Rule;
import dev.watershed.rules.FullScansRule;
import dev.watershed.rules.Rule;
import dev.watershed.rules.Severity;
import dev.watershed.rules.UnattributedShareRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

  @TempDir private Path folder;

  @Test
  void withoutSettingsTheUsualRulesAreInForce() throws Exception {
    assertThat(rules("samples: redacted"))
        .containsExactly(
            new BudgetP95Rule(List.of(), Severity.ERROR, 40),
            new UnattributedShareRule(0.1, Severity.WARNING),
            new FullScansRule(FullScansRule.Thresholds.USUAL, Severity.WARNING));
  }

  @Test
  void settingsChangeParametersAndSeverities() throws Exception {
    assertThat(
            rules(
                """
                budgets: [{service: market, p95Millis: 250}, {service: plan, p95Millis: 0.5}]
                rules:
                  - {rule: budget-p95, minCalls: 7}
                  - {rule: unattributed-share, severity: off}
                  - {rule: full-scans, severity: error, minCalls: 5, minSeconds: 0,
                     fullScanShare: 0.9, examinedPerSent: 50}
                """))
        .containsExactly(
            new BudgetP95Rule(
                List.of(new Budget("market", 250), new Budget("plan", 0.5)), Severity.ERROR, 7),
            new FullScansRule(new FullScansRule.Thresholds(5, 0, 0.9, 50), Severity.ERROR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          budgets: [{service: a}]                                               | p95Millis
          budgets: [{service: a, p95Millis: 0}]                                 | expected more than 0
          budgets: [{service: a, p95Millis: 1}, {service: a, p95Millis: 2}]     | already a budget of 'a'
          rules: [{rule: nix}]                                                  | one of budget-p95
          rules: [{rule: full-scans, maxShare: 1}]                              | is no parameter of full-scans
          rules: [{rule: full-scans, fullScanShare: 2}]                         | a share above 0, at most 1
          rules: [{rule: unattributed-share, maxShare: 2}]                      | a share, 0 to 1
          rules: [{rule: full-scans, severity: bad}]                            | one of error, warning
          rules: [{rule: full-scans}, {rule: full-scans}]                       | already settings
          """)
  void mistakesAreNamedWithTheirPlace(String yaml, String message) {
    assertThatThrownBy(() -> rules(yaml))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("watershed.yaml:1:")
        .hasMessageContaining(message);
  }

  private List<Rule> rules(String yaml) throws IOException, ConfigurationException {
    Files.writeString(folder.resolve("watershed.yaml"), yaml);
    return ConfigurationReader.read("watershed.yaml", folder).rules().rules();
  }
}
