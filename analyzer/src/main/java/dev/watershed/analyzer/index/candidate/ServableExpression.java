package dev.watershed.analyzer.index.candidate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which expressions can be a part of an index as the statement writes them: those of one function
 * that always gives the same value, is short, and has no literal, for a fingerprint has lost it.
 * Parts of dates are left out: a range of the bare column serves them better.
 */
public final class ServableExpression {

  private static final Pattern FUNCTION =
      Pattern.compile(
          "(lower|lcase|upper|ucase|trim|ltrim|rtrim|reverse|abs|floor|ceil|ceiling|length"
              + "|char_length|character_length|crc32|md5)\\s*\\(\\s*`?[a-z_0-9$]+`?\\s*\\)");

  private ServableExpression() {}

  /** The expression for a part, if it can be one. */
  public static Optional<String> of(String text) {
    return FUNCTION.matcher(text.strip().toLowerCase(Locale.ROOT)).matches()
        ? Optional.of(text.strip())
        : Optional.empty();
  }
}
