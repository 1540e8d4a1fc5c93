package dev.watershed.reports.review.form;

/**
 * The beginning of a statement as tables show it: a long list of columns says less than the tables
 * and conditions after it. The script of the page cuts likewise.
 */
public final class StatementHead {

  private static final String SELECT = "SELECT ";
  private static final String FROM = " FROM ";
  private static final int LONG_LIST = 30;
  private static final int MOST = 240;

  private StatementHead() {}

  /** A text without a long list between its first SELECT and FROM, cut after 240 characters. */
  public static String of(String text) {
    int from = text.startsWith(SELECT) ? from(text) : -1;
    boolean longList = from - SELECT.length() > LONG_LIST;
    return cut(longList ? SELECT + "…" + text.substring(from) : text, MOST);
  }

  /** Where the FROM of the outermost level is; -1 if there is none. */
  private static int from(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int at = SELECT.length(); at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '`') {
        quoted = !quoted;
      } else if (!quoted && character == '(') {
        depth++;
      } else if (!quoted && character == ')') {
        depth--;
      } else if (!quoted && depth == 0 && text.startsWith(FROM, at)) {
        return at;
      }
    }
    return -1;
  }

  /** The first characters of a text, with an ellipsis where there are more; no half of a pair. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }
}
