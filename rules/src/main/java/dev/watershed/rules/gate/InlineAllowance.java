package dev.watershed.rules.gate;

import dev.watershed.rules.verdict.Violation;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * A comment by which a statement may violate rules for a while.
 *
 * @param path of the file, as it was given
 * @param line of the comment, from 1
 * @param firstLine where what it is about begins
 * @param lastLine where that ends
 * @param rules the names of the rules
 * @param until the last day on which it holds
 * @param reason why
 */
public record InlineAllowance(
    String path,
    int line,
    int firstLine,
    int lastLine,
    Set<String> rules,
    LocalDate until,
    String reason) {

  public InlineAllowance {
    Objects.requireNonNull(path, "path");
    rules = Set.copyOf(rules);
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(reason, "reason");
    if (line < 1 || firstLine < 1 || lastLine < firstLine) {
      throw new IllegalArgumentException(
          path + ":" + line + ": lines " + firstLine + " to " + lastLine);
    }
  }

  /** Whether it is about a violation. */
  boolean fits(Violation violation) {
    return rules.contains(violation.rule())
        && violation
            .location()
            .filter(at -> at.path().equals(path))
            .filter(at -> at.line() >= firstLine && at.line() <= lastLine)
            .isPresent();
  }

  @Override
  public String toString() {
    return path
        + ":"
        + line
        + ": watershed:allow "
        + String.join(", ", rules.stream().sorted().toList());
  }
}
