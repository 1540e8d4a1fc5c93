package dev.watershed.reports.review.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut at its numbers.
 *
 * @param between what stands before, between and behind them: one more than there are numbers
 * @param numbers as they are written, with the zeros that they begin with
 */
record NumberedText(List<String> between, List<String> numbers) {

  NumberedText {
    between = List.copyOf(between);
    numbers = List.copyOf(numbers);
    if (between.size() != numbers.size() + 1) {
      throw new IllegalArgumentException(
          between.size() + " pieces, " + numbers.size() + " numbers");
    }
  }

  static NumberedText of(String text) {
    List<String> between = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      if (isDigit(text.charAt(at))) {
        int end = at + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
        between.add(text.substring(start, at));
        numbers.add(text.substring(at, end));
        start = end;
        at = end;
      } else {
        at++;
      }
    }
    between.add(text.substring(start));
    return new NumberedText(between, numbers);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** The text with other words at the places of its numbers. */
  String with(List<String> words) {
    StringBuilder text = new StringBuilder(between.get(0));
    for (int at = 0; at < numbers.size(); at++) {
      text.append(words.get(at)).append(between.get(at + 1));
    }
    return text.toString();
  }

  /** The text without what its numbers are. */
  String withoutNumbers() {
    return String.join("0", between);
  }
}
