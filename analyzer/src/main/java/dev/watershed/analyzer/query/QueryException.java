package dev.watershed.analyzer.query;

/** A query that has no answer. The message says why, and where the engine said it. */
public final class QueryException extends Exception {

  private static final long serialVersionUID = 1L;

  QueryException(String message) {
    super(message);
  }
}
