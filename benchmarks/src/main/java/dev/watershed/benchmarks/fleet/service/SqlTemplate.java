package dev.watershed.benchmarks.fleet.service;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.List;

/**
 * A statement with question marks.
 *
 * @param sql its text, as the driver gets it, without a comment tag
 * @param arguments one per question mark
 * @param fingerprint of the text: literals in place of the question marks do not change it
 */
public record SqlTemplate(String sql, List<Argument> arguments, Fingerprint fingerprint) {

  public SqlTemplate {
    arguments = List.copyOf(arguments);
    long marks = sql.chars().filter(each -> each == '?').count();
    if (marks != arguments.size()) {
      throw new IllegalArgumentException(marks + " marks, " + arguments + ": " + sql);
    }
  }

  /** A statement and its arguments. */
  public static SqlTemplate of(String sql, List<Argument> arguments) {
    return new SqlTemplate(sql, arguments, Fingerprints.of(sql, SqlMode.standard()));
  }

  /** Whether it gives rows. */
  public boolean isSelect() {
    return sql.startsWith("SELECT") || sql.startsWith("(SELECT") || sql.startsWith("WITH");
  }

  /** Whether it needs a row of an earlier SELECT. */
  boolean needsRow() {
    return arguments.stream().anyMatch(Argument.Row.class::isInstance);
  }
}
