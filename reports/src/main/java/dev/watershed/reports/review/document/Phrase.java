package dev.watershed.reports.review.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A piece of a long text. A text is cut at the space before a qualified name, but not within a list
 * of names with the same qualifier: so a list of columns is one piece, wherever it stands.
 *
 * @param template the piece, {@link #MARK} in place of its qualifier
 * @param qualifier of the name that the piece begins with; empty where it begins with none
 */
record Phrase(String template, String qualifier) {

  /** No text of a page has it: control characters are made visible. */
  static final char MARK = '\u0002';

  Phrase {
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(qualifier, "qualifier");
  }

  /** The pieces that a text is, with spaces between them. */
  static List<Phrase> cut(String text) {
    List<Phrase> phrases = new ArrayList<>();
    String qualifier = "";
    String before = "";
    int start = 0;
    int word = 0;
    int dot = -1;
    while (word < text.length()) {
      int space = text.indexOf(' ', word);
      int end = space < 0 ? text.length() : space;
      dot = dot < word ? from(text.indexOf('.', word), text) : dot;
      if (dot > word && dot < end) {
        String next = text.substring(word, dot);
        boolean inList = next.equals(before) && word > 1 && text.charAt(word - 2) == ',';
        if (word > start && !inList) {
          phrases.add(of(text.substring(start, word - 1), qualifier));
          start = word;
        }
        qualifier = word == start ? next : qualifier;
        before = next;
      }
      word = end + 1;
    }
    phrases.add(of(text.substring(start), qualifier));
    return phrases;
  }

  private static int from(int found, String text) {
    return found < 0 ? text.length() : found;
  }

  private static Phrase of(String text, String qualifier) {
    return qualifier.isEmpty()
        ? new Phrase(text, "")
        : new Phrase(text.replace(qualifier + ".", MARK + "."), qualifier);
  }
}
