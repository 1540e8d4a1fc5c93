package dev.watershed.benchmarks.report;

/**
 * How a reader looks at a page.
 *
 * @param width of the window in CSS pixels
 * @param dark whether dark pages are preferred
 * @param script whether scripts may run
 * @param fragment behind the {@code #} of the address; empty for none
 */
public record ReaderSettings(int width, int height, boolean dark, boolean script, String fragment) {

  /** A desktop, light. */
  public static ReaderSettings desktop() {
    return new ReaderSettings(1_280, 900, false, true, "");
  }

  /** The same at a window of this size. */
  public ReaderSettings sized(int otherWidth, int otherHeight) {
    return new ReaderSettings(otherWidth, otherHeight, dark, script, fragment);
  }

  /** The same with dark pages. */
  public ReaderSettings inTheDark() {
    return new ReaderSettings(width, height, true, script, fragment);
  }

  /** The same without scripts. */
  public ReaderSettings withoutScript() {
    return new ReaderSettings(width, height, dark, false, fragment);
  }

  /** The same, opened at an address. */
  public ReaderSettings at(String address) {
    return new ReaderSettings(width, height, dark, script, address);
  }
}
