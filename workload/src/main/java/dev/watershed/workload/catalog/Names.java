package dev.watershed.workload.catalog;

/** Checks that several nouns share. */
final class Names {

  private Names() {}

  /** Every named thing has at least one character. */
  static void require(String name, String what) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a " + what + " has a name");
    }
  }
}
