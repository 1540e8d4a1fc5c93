package dev.watershed.workload.catalog;

/** With whose rights a view or routine runs. */
public enum Security {
  DEFINER("definer"),
  INVOKER("invoker");

  private final String key;

  Security(String key) {
    this.key = key;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }
}
