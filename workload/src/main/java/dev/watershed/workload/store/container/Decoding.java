package dev.watershed.workload.store.container;

import java.time.DateTimeException;

/**
 * Makes values of what a file holds. Checksums tell damage of a disk; a file that was made wrong
 * has right ones, and what its values refuse is no fault of whoever reads it.
 */
public final class Decoding {

  private Decoding() {}

  /** Makes a value. */
  @FunctionalInterface
  public interface Decoder<T> {

    /**
     * The value.
     *
     * @throws IllegalArgumentException if there is none such; {@link ArithmeticException} and
     *     {@link DateTimeException} likewise
     */
    T decode() throws UnreadableFileException;
  }

  /**
   * The value of a decoder.
   *
   * @throws UnreadableFileException if there is none such
   */
  public static <T> T of(Decoder<T> decoder) throws UnreadableFileException {
    try {
      return decoder.decode();
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
      UnreadableFileException unreadable =
          new UnreadableFileException(FileProblem.CORRUPTED, wrong.getMessage());
      unreadable.initCause(wrong);
      throw unreadable;
    }
  }
}
