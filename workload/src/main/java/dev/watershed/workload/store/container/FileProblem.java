package dev.watershed.workload.store.container;

/** Why a file cannot be read. */
public enum FileProblem {
  TRUNCATED("truncated", "the file ends early"),
  CORRUPTED("corrupted", "a checksum does not match, or a length makes no sense"),
  FOREIGN("foreign", "this is no file of a Watershed store"),
  NEWER("newer", "a newer version of Watershed wrote it; update to read it"),
  VANISHED("vanished", "it was deleted while it was about to be read"),
  INCOMPLETE("incomplete", "what it refers to is in no file that can be read");

  private final String key;
  private final String description;

  FileProblem(String key, String description) {
    this.key = key;
    this.description = description;
  }

  /** The name in reports, stable from version to version. */
  public String key() {
    return key;
  }

  /** One line that says what it means. */
  public String description() {
    return description;
  }
}
