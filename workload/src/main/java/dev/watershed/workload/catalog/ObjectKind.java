package dev.watershed.workload.catalog;

/** Kinds of objects whose names are apart: a table and a view cannot have the same, others can. */
public enum ObjectKind {
  TABLE("table"),
  VIEW("view"),
  TRIGGER("trigger"),
  PROCEDURE("procedure"),
  FUNCTION("function"),
  EVENT("event");

  private final String key;

  ObjectKind(String key) {
    this.key = key;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }
}
