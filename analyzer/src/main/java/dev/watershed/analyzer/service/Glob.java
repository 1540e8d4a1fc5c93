package dev.watershed.analyzer.service;

/**
 * A pattern in which {@code *} stands for any run of characters and {@code ?} for exactly one;
 * letter case counts, everything else stands for itself.
 */
public record Glob(String pattern) {

  public Glob {
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException("a pattern must not be empty; * matches everything");
    }
  }

  /** Whether the whole text fits; at most pattern length × text length steps. */
  public boolean matches(String text) {
    int at = 0;
    int in = 0;
    int star = -1;
    int resume = 0;
    while (at < text.length()) {
      char wanted = in < pattern.length() ? pattern.charAt(in) : 0;
      if (in < pattern.length() && wanted == '*') {
        star = in++;
        resume = at;
      } else if (in < pattern.length() && (wanted == '?' || wanted == text.charAt(at))) {
        in++;
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (in < pattern.length() && pattern.charAt(in) == '*') {
      in++;
    }
    return in == pattern.length();
  }

  /** Whether it fits one text alone: all its characters stand for themselves. */
  public boolean exact() {
    return literalCharacters() == pattern.length();
  }

  /** How many characters stand for themselves: the more, the more specific the pattern. */
  public int literalCharacters() {
    return (int) pattern.chars().filter(character -> character != '*' && character != '?').count();
  }
}
