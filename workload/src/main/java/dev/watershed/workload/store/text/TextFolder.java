package dev.watershed.workload.store.text;

/** A folder of segments. Each has its own, since texts are many and read by other questions. */
public enum TextFolder {
  /** Fingerprints and samples. */
  TEXTS("texts"),
  /** Definitions of the catalog. */
  CATALOG("catalog");

  private final String path;

  TextFolder(String path) {
    this.path = path;
  }

  /** Its name in the store, and what the containers in it say they hold. */
  public String path() {
    return path;
  }

  /** How the names of its files end. */
  String suffix() {
    return "." + path;
  }
}
