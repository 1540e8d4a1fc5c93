package dev.watershed.analyzer.index.trial;

/** The copy refused something; the message says what. */
public final class TrialFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  public TrialFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
