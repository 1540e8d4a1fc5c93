package dev.watershed.analyzer.structure;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the name of a table begins with: its first word, and its first two words. */
final class TableStems {

  private static final int MOST_WORDS = 2;
  private static final int SHORTEST_PLURAL = 4;

  private TableStems() {}

  /**
   * The beginnings, the shortest first, each with its schema, such as {@code shop.slot_}. Words end
   * at an underscore, or where a capital follows a small letter; the case of letters does not
   * count, nor does a plural s of the last word. The whole name is one of them if it has no more
   * words.
   */
  static List<String> of(CoupledTable table) {
    List<String> stems = new ArrayList<>();
    String name = table.name();
    for (int at = 1; at <= name.length() && stems.size() < MOST_WORDS; at++) {
      if (at == name.length() || endsWord(name, at)) {
        stems.add(table.schema() + "." + singular(name.substring(0, at).toLowerCase(Locale.ROOT)));
      }
    }
    return stems;
  }

  private static boolean endsWord(String name, int at) {
    return name.charAt(at) == '_'
        || Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(name.charAt(at - 1));
  }

  private static String singular(String words) {
    boolean plural =
        words.length() >= SHORTEST_PLURAL && words.endsWith("s") && !words.endsWith("ss");
    return plural ? words.substring(0, words.length() - 1) : words;
  }
}
