package dev.watershed.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.RuleKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a page, and every page says what the code does. */
class RulePagesTest {

  private static final Path PAGES = Path.of("..", "docs", "rules");
  private static final List<String> SECTIONS =
      List.of("What", "Why", "Fires", "Does not fire", "How to mend", "How to tune");

  static Stream<RuleKind> kinds() {
    return BuiltInRules.kinds().stream();
  }

  @Test
  void thereAreAsManyPagesAsRules() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(kinds().map(kind -> kind.name() + ".md").toList());
    }
  }

  @Test
  void noTwoRulesHaveOneName() {
    assertThat(kinds().map(RuleKind::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aPageSaysWhatTheRuleDoesAndHowToMendAndTuneIt(RuleKind kind) throws IOException {
    String page = Files.readString(PAGES.resolve(kind.name() + ".md"));
    assertThat(page)
        .startsWith(
            "# "
                + kind.name()
                + "\n\nFires on "
                + kind.title()
                + ". Severity: `"
                + kind.usual().key()
                + "`.\n");
    List<String> headings = page.lines().filter(line -> line.startsWith("## ")).toList();
    assertThat(headings).containsExactlyElementsOf(SECTIONS.stream().map("## "::concat).toList());
    for (String section : SECTIONS) {
      assertThat(text(page, section)).as(section).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aPageNamesTheParameters(RuleKind kind) throws IOException {
    String page = Files.readString(PAGES.resolve(kind.name() + ".md"));
    List<String> rows =
        text(page, "How to tune").lines().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows)
        .containsExactlyElementsOf(kind.parameters().stream().map(RulePagesTest::row).toList());
  }

  private static String row(Parameter parameter) {
    String usual = BigDecimal.valueOf(parameter.usual()).stripTrailingZeros().toPlainString();
    return "| `" + parameter.name() + "` | " + usual + " | " + parameter.meaning() + " |";
  }

  private static String text(String page, String section) {
    String after = page.substring(page.indexOf("## " + section + "\n") + section.length() + 4);
    int end = after.indexOf("\n## ");
    return end < 0 ? after : after.substring(0, end);
  }
}
