package dev.watershed.reports.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The comment: that it fits, and that no text of a stranger becomes markup. */
class CheckMarkdownTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 400, 20_000})
  void itFitsAndSaysWhatItLeavesOut(int count) {
    for (ViolationState state : ViolationState.values()) {
      String text = rendered(GateFixture.many(count, Severity.ERROR, state));
      assertThat(text).hasSizeLessThanOrEqualTo(CheckMarkdown.MOST_CHARACTERS);
      assertThat(opened(text, "<details>")).isEqualTo(opened(text, "</details>"));
      int rows = opened(text, "<code>second-writer</code>");
      assertThat(text.contains("And " + (count - rows) + " more, for which there is no room here."))
          .isEqualTo(rows < count);
      assertThat(rows).isGreaterThanOrEqualTo(Math.min(count, 100));
    }
  }

  /** Sources of any length leave any room for the sentence about sections that have none. */
  @Test
  void aSectionWithoutRoomIsNamed() {
    GateResult many = GateFixture.many(2_000, Severity.ERROR, ViolationState.NEW);
    GateResult all = GateFixture.all();
    for (int length = 1; length < 600; length += 3) {
      GateResult both =
          new GateResult(
              Stream.concat(many.violations().stream(), all.violations().stream()).toList(),
              all.inconclusive(),
              all.misconfigured(),
              all.saidNotes(),
              1,
              0,
              Optional.of(
                  new GateResult.Source("x".repeat(length), Instant.parse("2026-11-23T02:00:00Z"))),
              all.touched());
      assertThat(rendered(both))
          .as("a source of %d characters", length)
          .hasSizeLessThanOrEqualTo(CheckMarkdown.MOST_CHARACTERS)
          .contains("Left out, since a comment has no room for more: ", "1 in the baseline")
          .endsWith("made at 2026-11-23T02:00:00Z.\n");
    }
  }

  @Test
  void theFirstLinesAreTheMarkerAndTheVerdict() {
    List<String> lines = rendered(GateFixture.clean()).lines().toList();
    assertThat(lines)
        .containsExactly(
            "<!-- watershed-check -->", "**The gate passes: nothing new, 5 inspected.**");
    assertThat(rendered(GateFixture.blind()))
        .contains("**The gate cannot judge all that it has to: nothing new");
  }

  @Test
  void hostileTextsBecomeNoMarkup() {
    String text = rendered(GateFixture.hostile());
    assertThat(text)
        .doesNotContain("<img", "`", "@octocat", " #12 ", "://evil", "[l]", "~~", "\u001b", "\r");
    for (String line : text.lines().filter(each -> each.startsWith("| ")).toList()) {
      int cells = opened(line, "|") - 1;
      assertThat(cells).as(line).isIn(3, 5);
    }
    assertThat(text.lines().filter(line -> line.startsWith("::") || line.contains("##[")))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void aLongTextIsCut(Severity severity) {
    assertThat(MarkdownText.of("x".repeat(10_000) + severity)).hasSize(601).endsWith("…");
  }

  @Test
  void aParagraphBeginsNoListAndNoHeadline() {
    assertThat(MarkdownText.paragraph("# x")).isEqualTo("&#35; x");
    assertThat(MarkdownText.paragraph("1. x")).isEqualTo("&#49;. x");
    assertThat(MarkdownText.paragraph("- x")).isEqualTo("&#45; x");
    assertThat(MarkdownText.paragraph("*x*")).isEqualTo("&#42;x&#42;");
    assertThat(MarkdownText.paragraph("plain")).isEqualTo("plain");
    assertThat(MarkdownText.paragraph("")).isEmpty();
  }

  @Test
  void nothingOfGitLabIsReferredTo() {
    assertThat(MarkdownText.of("a !12 %3 #4 @b"))
        .isEqualTo("a !<!-- -->12 %<!-- -->3 #<!-- -->4 @<!-- -->b");
    assertThat(MarkdownText.of("a != 5, 24.6 %, 5%")).isEqualTo("a != 5, 24.6 %, 5%");
  }

  private static int opened(String text, String what) {
    return text.split(Pattern.quote(what), -1).length - 1;
  }

  private static String rendered(GateResult result) {
    return new CheckMarkdown(GateFixture.BARE).render(result, WidenedSpan.NONE);
  }
}
