package dev.watershed.analyzer.index.statistics;

import dev.watershed.workload.catalog.IndexPart;
import java.util.Locale;

/** Names what an index holds: a column, or an expression in one spelling. */
public final class ColumnKey {

  private ColumnKey() {}

  /** Of a column; letter case does not tell columns apart. */
  public static String ofColumn(String column) {
    return column.toLowerCase(Locale.ROOT);
  }

  /**
   * Of an expression, in parentheses, without spaces, quotes and introducers of character sets, so
   * that what a server prints equals what a statement says.
   */
  public static String ofExpression(String expression) {
    String text = expression.toLowerCase(Locale.ROOT).replaceAll("\\b_(utf8mb[34]|latin1)\\b", "");
    text = text.replaceAll("[\\s`\\\\]", "");
    while (text.startsWith("(") && closes(text)) {
      text = text.substring(1, text.length() - 1);
    }
    return "(" + text + ")";
  }

  private static boolean closes(String text) {
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
      if (depth == 0) {
        return at == text.length() - 1;
      }
    }
    return false;
  }

  /** Of a part. */
  public static String of(IndexPart part) {
    return part.column().isPresent()
        ? ofColumn(part.column().get())
        : ofExpression(part.expression().orElseThrow());
  }
}
