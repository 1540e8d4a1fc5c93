package dev.watershed.analyzer.index.candidate;

import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which expressions can be a part of an index as the statement writes them: those of one function
 * that always gives the same value, is short, and has no literal, for a fingerprint has lost it.
 * Parts of dates are left out: a range of the bare column serves them better. A text that is as
 * long as its column is no part where the column is too long for a whole one: an expression has no
 * prefix length (MySQL 9.7 Reference Manual, "Functional Key Parts").
 */
public final class ServableExpression {

  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?:(?<text>lower|lcase|upper|ucase|trim|ltrim|rtrim|reverse)|abs|floor|ceil|ceiling"
              + "|length|char_length|character_length|crc32|md5)"
              + "\\s*\\(\\s*`?(?<column>[a-z_0-9$]+)`?\\s*\\)");

  private ServableExpression() {}

  /** The expression over a column of the table for a part, if it can be one. */
  public static Optional<String> of(String text, TableFigures table) {
    Matcher function = FUNCTION.matcher(text.strip().toLowerCase(Locale.ROOT));
    return function.matches()
            && (function.group("text") == null || table.holdsWhole(function.group("column")))
        ? Optional.of(text.strip())
        : Optional.empty();
  }
}
