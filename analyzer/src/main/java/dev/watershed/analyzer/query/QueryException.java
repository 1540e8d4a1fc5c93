package dev.watershed.analyzer.query;

import java.util.Objects;
import java.util.OptionalInt;

/** A query that has no answer. The message says why, and where the engine said it. */
public final class QueryException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why there is no answer. */
  public enum Reason {
    /** The text is wrong. */
    WRONG,
    /** It took longer than it may. */
    TOO_LONG,
    /** It took more memory than it may. */
    TOO_LARGE
  }

  private final Reason reason;
  private final transient OptionalInt line;

  QueryException(Reason reason, String message, OptionalInt line) {
    super(message);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.line = line;
  }

  QueryException(String message) {
    this(Reason.WRONG, message, OptionalInt.empty());
  }

  /** There is too little memory. */
  static QueryException tooLarge(String message) {
    return new QueryException(Reason.TOO_LARGE, message, OptionalInt.empty());
  }

  /** Why there is no answer. */
  public Reason reason() {
    return reason;
  }

  /** The line of the text, from 1; empty where the engine named none. */
  public OptionalInt line() {
    return line == null ? OptionalInt.empty() : line;
  }
}
