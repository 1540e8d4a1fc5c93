package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.PageWords;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReviewMarkdownTest {

  private final ReviewFacts facts = new ReviewFactsFixture().build();

  @Test
  void everySectionIsThereWithTheFirstRowsOfItsTables() {
    String text = ReviewMarkdown.render(facts, PageWords.of(Locale.ENGLISH));
    assertThat(text)
        .startsWith("# What hurts, why, and what to do\n")
        .contains("## Summary\n", "### Do first\n", "- **Statement**: ")
        .contains("## Statements\n", "| Statement | Services |", "## Servers\n", "## Tables\n");
    assertThat(text.lines().filter(line -> line.startsWith("| ")).count()).isPositive();
  }

  @Test
  void itSpeaksJapanese() {
    assertThat(ReviewMarkdown.render(facts, PageWords.of(Locale.JAPANESE)))
        .contains("## 概要\n", "### 最初にすべきこと\n");
  }
}
