package dev.watershed.sql.parse;

import java.util.Objects;
import java.util.Optional;

/**
 * A place of a literal in a fingerprint.
 *
 * @param role what the literal is for
 * @param qualifier of the column that it is compared with, as written: a table or an alias
 * @param column that it is compared with; empty for other roles
 */
public record LiteralSlot(Role role, Optional<String> qualifier, String column) {

  /** What literals are for. */
  public enum Role {
    /** Compared with a column by equality, size, IN or BETWEEN. */
    COMPARED,
    /** The pattern of LIKE. */
    PATTERN,
    LIMIT,
    OFFSET,
    /** Elsewhere: in a function, a calculation, the select list. */
    OTHER
  }

  static final LiteralSlot OTHER = new LiteralSlot(Role.OTHER, Optional.empty(), "");

  public LiteralSlot {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(qualifier, "qualifier");
    Objects.requireNonNull(column, "column");
  }
}
