package dev.watershed.sql.fingerprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What names may have been written where the canonical text shows a keyword. Words that are one
 * token to the server are printed alike, in capitals: a column {@code day} as SQL_TSI_DAY.
 */
public final class KeywordNames {

  private static final KeywordNames TABLE = new KeywordNames();

  private final Map<String, String> printed = new HashMap<>();
  private final Map<String, List<String>> written = new HashMap<>();

  private KeywordNames() {
    Tokens.TABLE
        .words()
        .forEach(
            (word, token) -> {
              String name = Tokens.TABLE.name(token);
              printed.put(word, name);
              written.computeIfAbsent(name, key -> new ArrayList<>()).add(word);
            });
    written.replaceAll(
        (name, words) ->
            words.stream().map(word -> word.toLowerCase(Locale.ROOT)).sorted().toList());
  }

  /** A name as the canonical text shows it, for comparison only: in capitals. */
  public static String printed(String name) {
    String word = name.toUpperCase(Locale.ROOT);
    return TABLE.printed.getOrDefault(word, word);
  }

  /** The words, in small letters, that the canonical text shows as this one; none if it is none. */
  public static List<String> written(String printed) {
    return TABLE.written.getOrDefault(printed, List.of());
  }
}
