package dev.watershed.analyzer.index.rewrite;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.sql.facts.ColumnSide;
import java.util.Locale;
import java.util.regex.Pattern;

/** How to write a comparison whose column stands inside an expression. */
final class WayOut {

  private static final Pattern DATE_PART =
      Pattern.compile("(date|year|month|year_month|date_format|to_days|extract|last_day)\\b.*");

  private WayOut() {}

  /**
   * The way out.
   *
   * @param functional whether an index can hold the expression
   */
  static Saying of(ColumnSide.Wrapping wrapping, boolean functional) {
    String text = wrapping.text();
    if (DATE_PART.matcher(text.strip().toLowerCase(Locale.ROOT)).matches()) {
      return Saying.of(
          "rewrite.date",
          "Compare the bare column with the first and the last moment that are wanted (column >= ?"
              + " AND column < ?) instead of {0}.",
          text);
    }
    return switch (wrapping.kind()) {
      case ARITHMETIC ->
          Saying.of(
              "rewrite.arithmetic",
              "Move the arithmetic to the other side, so that the column of {0} stands alone.",
              text);
      case COLLATE ->
          Saying.of(
              "rewrite.collate",
              "Give the column the collation that is wanted instead of writing {0} in the"
                  + " statement.",
              text);
      case JSON ->
          Saying.of("rewrite.json", "Make a generated column of {0} and index that one.", text);
      case FUNCTION, CAST, OTHER ->
          functional
              ? Saying.of(
                  "rewrite.functional",
                  "Compare the bare column, or make a functional index on ({0}).",
                  text)
              : Saying.of(
                  "rewrite.generated",
                  "Compare the bare column, or make a generated column of {0} and index that one.",
                  text);
    };
  }
}
