package dev.watershed.sql.lexical;

/** What a statement does to a table that it names. */
public enum TableUse {
  /** Rows or the definition are read. */
  READ,
  /** Rows or the definition are changed, or the table is locked for it. */
  WRITE
}
