package dev.watershed.sql.fingerprint;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the whole statement of a truncated digest text among known fingerprints: the one that it is
 * itself, or else the only one that begins with its tokens. Two candidates are none.
 */
public final class TruncatedJoin {
  /** How a truncated text was resolved. */
  public enum Outcome {
    /** It was whole after all: a known fingerprint has its digest. */
    WHOLE,
    /** Exactly one known fingerprint begins with its tokens. */
    JOINED,
    /** Several known fingerprints begin with its tokens: it stays apart. */
    AMBIGUOUS,
    /** No known fingerprint begins with its tokens: it stays apart. */
    UNKNOWN
  }

  /**
   * What became of a truncated text.
   *
   * @param fingerprint the whole statement, where one was found
   */
  public record Result(Outcome outcome, Optional<Fingerprint> fingerprint) {
    public Result {
      boolean found = outcome == Outcome.WHOLE || outcome == Outcome.JOINED;
      if (found != fingerprint.isPresent()) {
        throw new IllegalArgumentException(outcome + " with " + fingerprint);
      }
    }
  }

  /** Tokens that more tokens would have reduced to others: literals, rows and what opens them. */
  private static final Pattern UNDECIDED_END =
      Pattern.compile(
          "(?:\\s*(?:\\?(?:, \\.\\.\\.)?|\\(\\.\\.\\.\\)|\\(\\?\\)|[(,+-]|\\bIN\\b))+$");

  private final Fingerprint[] byText;

  /** A join with these fingerprints, none of them truncated. */
  public TruncatedJoin(Collection<Fingerprint> known) {
    byText = known.stream().distinct().toArray(Fingerprint[]::new);
    Arrays.sort(byText, Comparator.comparing(Fingerprint::text));
  }

  /** Looks for the whole statement of a fingerprint that may stand for its beginning only. */
  public Result find(Fingerprint truncated) {
    Objects.requireNonNull(truncated);
    Optional<Fingerprint> same = same(truncated);
    if (same.isPresent()) {
      return new Result(Outcome.WHOLE, same);
    }
    String prefix = UNDECIDED_END.matcher(truncated.text()).replaceFirst("");
    Fingerprint only = null;
    for (int i = firstNotBelow(prefix);
        i < byText.length && byText[i].text().startsWith(prefix);
        i++) {
      if (endsToken(byText[i].text(), prefix.length())) {
        if (only != null) {
          return new Result(Outcome.AMBIGUOUS, Optional.empty());
        }
        only = byText[i];
      }
    }
    return only == null
        ? new Result(Outcome.UNKNOWN, Optional.empty())
        : new Result(Outcome.JOINED, Optional.of(only));
  }

  private Optional<Fingerprint> same(Fingerprint truncated) {
    int i = firstNotBelow(truncated.text());
    boolean found = i < byText.length && byText[i].text().equals(truncated.text());
    return found ? Optional.of(byText[i]) : Optional.empty();
  }

  private int firstNotBelow(String text) {
    int low = 0;
    int high = byText.length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (byText[middle].text().compareTo(text) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether a token of the text ends at this index, not in the middle of a word. */
  private static boolean endsToken(String text, int end) {
    return end == 0
        || end == text.length()
        || !isWord(text.charAt(end - 1))
        || !isWord(text.charAt(end));
  }

  private static boolean isWord(char c) {
    return c == '_' || c == '$' || Character.isLetterOrDigit(c) || c > 0x7F;
  }
}
