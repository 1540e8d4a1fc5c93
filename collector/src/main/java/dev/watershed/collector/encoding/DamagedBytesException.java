package dev.watershed.collector.encoding;

/** Bytes that no writer wrote. */
public final class DamagedBytesException extends Exception {

  private static final long serialVersionUID = 1L;

  public DamagedBytesException(String message) {
    super(message);
  }
}
