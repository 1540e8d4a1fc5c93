package dev.watershed.analyzer.index.rewrite;

import dev.watershed.analyzer.index.candidate.IndexFeatures;
import dev.watershed.sql.facts.ColumnSide;
import java.util.Locale;
import java.util.regex.Pattern;

/** How to write a comparison whose column stands inside an expression. */
final class WayOut {

  private static final Pattern DATE_PART =
      Pattern.compile("(date|year|month|year_month|date_format|to_days|extract|last_day)\\b.*");

  private WayOut() {}

  static String of(ColumnSide.Wrapping wrapping, IndexFeatures features) {
    String text = wrapping.text();
    if (DATE_PART.matcher(text.strip().toLowerCase(Locale.ROOT)).matches()) {
      return "Compare the bare column with the first and the last moment that are wanted (column"
          + " >= ? AND column < ?) instead of "
          + text
          + ".";
    }
    return switch (wrapping.kind()) {
      case ARITHMETIC ->
          "Move the arithmetic to the other side, so that the column of " + text + " stands alone.";
      case COLLATE ->
          "Give the column the collation that is wanted instead of writing "
              + text
              + " in the statement.";
      case JSON -> "Make a generated column of " + text + " and index that one.";
      case FUNCTION, CAST, OTHER ->
          features.functional()
              ? "Compare the bare column, or make a functional index on (" + text + ")."
              : "Compare the bare column, or make a generated column of "
                  + text
                  + " and index that one.";
    };
  }
}
