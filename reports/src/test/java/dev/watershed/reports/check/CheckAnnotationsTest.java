package dev.watershed.reports.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Annotations, as the runner of GitHub Actions reads its log. */
class CheckAnnotationsTest {

  @Test
  void hostileTextsStayWithinTheirCommand() {
    List<String> lines = rendered(GateFixture.hostile());
    assertThat(lines.subList(0, lines.size() - 1))
        .hasSize(4)
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches("::error ([a-z]+=[^:,]*,)*title=[^:,]*::.*")
                    .doesNotContain("\u001b", "\r")
                    .contains("%25"));
    assertThat(lines.get(0)).startsWith("::error file=a|b`c`<img").contains(",line=2,col=5,title=");
    assertThat(lines.get(lines.size() - 1)).startsWith("The gate fails").doesNotContain("##[");
  }

  @Test
  void tenOfEachLevelAndThoseInFilesFirst() {
    List<String> lines = rendered(GateFixture.many(30, Severity.ERROR, ViolationState.NEW));
    assertThat(lines).hasSize(12);
    assertThat(lines.subList(0, 10)).allMatch(line -> line.startsWith("::error file=db/V"));
    assertThat(lines.get(11))
        .isEqualTo(
            "Not annotated, since GitHub shows 10 of each: 20 errors; --format text has all.");
    assertThat(rendered(GateFixture.many(10, Severity.WARNING, ViolationState.NEW)))
        .hasSize(11)
        .allMatch(line -> line.startsWith("::warning ") || line.startsWith("The gate passes"));
  }

  @Test
  void whatIsAcceptedIsNotAnnotated() {
    for (ViolationState state : ViolationState.values()) {
      List<String> lines = rendered(GateFixture.many(3, Severity.ERROR, state));
      assertThat(lines).hasSize(state == ViolationState.NEW ? 4 : 1);
    }
  }

  private static List<String> rendered(GateResult result) {
    return new CheckAnnotations(GateFixture.PLACES).render(result).lines().toList();
  }
}
