package dev.watershed.sql.definition;

/** What CREATE does where the object is there. */
public enum Existing {
  FAIL,
  /** IF NOT EXISTS. */
  KEEP,
  /** OR REPLACE; ALTER VIEW. */
  REPLACE
}
