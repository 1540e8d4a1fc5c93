package dev.watershed.collector.input;

/** An input that cannot be read. The message names what, where and the way out. */
public final class InputException extends Exception {

  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }
}
