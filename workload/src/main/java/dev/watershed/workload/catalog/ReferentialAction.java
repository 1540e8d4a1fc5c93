package dev.watershed.workload.catalog;

/** What happens to a row when the row that it refers to is changed or deleted. */
public enum ReferentialAction {
  /** The default; InnoDB treats it as {@link #RESTRICT}. */
  NO_ACTION("no action"),
  RESTRICT("restrict"),
  CASCADE("cascade"),
  SET_NULL("set null"),
  SET_DEFAULT("set default");

  private final String key;

  ReferentialAction(String key) {
    this.key = key;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }

  /** Whether rows of the referring table are written. */
  public boolean writes() {
    return this == CASCADE || this == SET_NULL || this == SET_DEFAULT;
  }
}
