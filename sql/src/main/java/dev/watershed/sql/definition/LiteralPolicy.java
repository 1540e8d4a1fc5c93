package dev.watershed.sql.definition;

/** What becomes of literals in expressions, defaults, bodies and bounds. */
public enum LiteralPolicy {
  /** They become {@code ?}; bounds of partitions are left out. */
  REDACT,
  /** They stay. */
  KEEP
}
