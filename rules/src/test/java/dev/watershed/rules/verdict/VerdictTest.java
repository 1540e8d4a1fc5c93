package dev.watershed.rules.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final String RULE = "missing-index";

  private static Violation violation(Severity severity, String service) {
    return Violation.seen(
        severity,
        new ViolationKey(RULE, "", "shop.photos", "plan"),
        "shop.photos",
        List.of(service),
        "no index over (plan) of " + service,
        "",
        List.of(Evidence.of("calls", 1)));
  }

  private static Verdict of(Violation... violations) {
    Verdict.Collector found = new Verdict.Collector(RULE);
    for (Violation each : violations) {
      found.violated(each);
    }
    return found.verdict();
  }

  /** Two sets of data may have a table of one name, and figures that one of them is sure of. */
  @Test
  void ofSeveralWithOneKeyTheWorstStandsForAll() {
    Verdict verdict =
        of(
            violation(Severity.INFO, "app"),
            violation(Severity.ERROR, "batch"),
            violation(Severity.WARNING, "web"));
    assertThat(verdict.fails()).isTrue();
    assertThat(verdict.violations())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.severity()).isEqualTo(Severity.ERROR);
              assertThat(one.services()).containsExactly("batch");
              assertThat(one.message()).isEqualTo("no index over (plan) of batch");
              assertThat(one.alike()).isEqualTo(2);
            });
  }

  @Test
  void ofSeveralThatAreEquallyBadTheFirstStandsForAll() {
    Verdict verdict = of(violation(Severity.ERROR, "app"), violation(Severity.ERROR, "web"));
    assertThat(verdict.violations())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.services()).containsExactly("app");
              assertThat(one.alike()).isEqualTo(1);
            });
  }
}
