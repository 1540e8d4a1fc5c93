package dev.watershed.reports.review.section;

import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import java.util.List;

/** How each figure of the report is computed. */
final class MethodTerms {

  private static final List<String> FIGURES =
      List.of(
          "time",
          "load",
          "share",
          "calls",
          "percentiles",
          "examined",
          "services",
          "owner",
          "uses",
          "clusters",
          "crossings",
          "advice",
          "needless",
          "plan",
          "capacity",
          "gate",
          "unknown");

  private MethodTerms() {}

  static Block of(PageWords words) {
    return new Block.Terms(
        words.text("method.title"),
        FIGURES.stream()
            .map(
                figure ->
                    new Block.Terms.Term(
                        words.text("method.word." + figure),
                        words.text("method.meaning." + figure)))
            .toList());
  }
}
