package dev.watershed.collector.trial;

/** The server refused something; the message says what. */
public final class TrialException extends Exception {

  private static final long serialVersionUID = 1L;

  public TrialException(String message, Throwable cause) {
    super(message, cause);
  }
}
