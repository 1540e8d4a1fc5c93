package dev.watershed.collector.follow;

import java.io.IOException;

/**
 * A file is not the one that was listed, or changed while it was read: it has to be listed again.
 */
final class LogChangedException extends IOException {

  private static final long serialVersionUID = 1L;

  LogChangedException(String message) {
    super(message);
  }
}
