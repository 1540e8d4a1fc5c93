package dev.watershed.cli.console;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that a misspelt one probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The word with the fewest edits (Levenshtein, letter case aside); empty if that is more than a
   * third of the letters, or all but two of a short word.
   */
  public static Optional<String> to(String word, Collection<String> known) {
    record Guess(String word, int edits) {}
    return known.stream()
        .map(candidate -> new Guess(candidate, edits(lower(word), lower(candidate))))
        .filter(guess -> guess.edits() <= Math.max(1, Math.min(word.length() - 2, tolerance(word))))
        .min(Comparator.comparingInt(Guess::edits).thenComparing(Guess::word))
        .map(Guess::word);
  }

  private static int tolerance(String word) {
    return Math.max(2, word.length() / 3);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static int edits(String left, String right) {
    int[] previous = new int[right.length() + 1];
    Arrays.setAll(previous, column -> column);
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int replaced = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                previous[column - 1] + replaced,
                Math.min(previous[column], current[column - 1]) + 1);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
