package dev.watershed.workload.catalog;

/** Checks that several nouns share. */
final class Names {

  private Names() {}

  /** The name, if it is one: every named thing has at least one character. */
  static String require(String name, String what) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a " + what + " has a name");
    }
    return name;
  }
}
