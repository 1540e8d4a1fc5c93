package dev.watershed.analyzer.index.trial;

/** The copy refused one statement, and takes others; the message says why, without its literals. */
public final class StatementRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  public StatementRefusedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
