package dev.watershed.sql.lexical;

/** What a statement does to rows of a table when it runs. */
public enum RowAction {
  READ,
  /** Adds rows. */
  INSERT,
  /** Changes rows. */
  UPDATE,
  /** Removes rows. */
  DELETE,
  /** Changes the table as a whole, which fires no trigger and no foreign key: TRUNCATE, DROP. */
  DEFINE
}
