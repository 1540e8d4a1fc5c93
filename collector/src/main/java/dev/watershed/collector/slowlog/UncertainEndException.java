package dev.watershed.collector.slowlog;

import java.io.IOException;

/** Whether the event at hand ends here will be known when more of the log has been written. */
final class UncertainEndException extends IOException {

  private static final long serialVersionUID = 1L;

  UncertainEndException() {
    super("the log goes on, but has not been written yet");
  }

  /** It is raised at the end of every growing log: no stack trace. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
