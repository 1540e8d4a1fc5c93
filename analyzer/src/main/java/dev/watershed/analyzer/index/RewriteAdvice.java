package dev.watershed.analyzer.index;

import dev.watershed.analyzer.saying.Saying;
import java.util.Objects;

/**
 * What no index can mend as the statement is written.
 *
 * @param calls while the server was watched
 * @param loadShare its part of the server's statement time, 0 to 1
 * @param subject the table, and the column if there is one: {@code schema.table.column}
 * @param saidRewrite the way out, a whole sentence
 */
public record RewriteAdvice(
    long digest,
    double calls,
    double loadShare,
    Reason reason,
    String subject,
    Saying saidRewrite) {

  /** Why no index helps. */
  public enum Reason {
    LEADING_WILDCARD("leading-wildcard"),
    FUNCTION_OVER_COLUMN("function-over-column"),
    IMPLICIT_CONVERSION("implicit-conversion"),
    COLLATION_MISMATCH("collation-mismatch"),
    DEEP_OFFSET("deep-offset"),
    ORDER_BY_RANDOM("order-by-random"),
    NEGATION("negation"),
    ROW_COMPARISON("row-comparison"),
    OR_ACROSS_TABLES("or-across-tables"),
    NO_CONDITION("no-condition");

    private final String key;

    Reason(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }
  }

  public RewriteAdvice {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(saidRewrite, "saidRewrite");
  }

  /** The way out in English. */
  public String rewrite() {
    return saidRewrite.text();
  }
}
