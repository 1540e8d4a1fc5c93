package dev.watershed.sql.facts;

import java.util.Objects;

/**
 * Something about a statement that could not be understood.
 *
 * @param reason its kind
 * @param subject the name or word concerned, without literals; empty if there is none
 */
public record FactIssue(Reason reason, String subject) {

  /** Kinds of what is not understood. */
  public enum Reason {
    /** The parser rejects the text; kind and tables are those of the lexical pass. */
    UNPARSED("unparsed"),
    /** The text is the beginning of a statement only. */
    TRUNCATED("truncated"),
    /** Longer than what is parsed. */
    TOO_LONG("too-long"),
    MISSING_TABLE("missing-table"),
    /** No schema is named or known, and several have this table. */
    AMBIGUOUS_TABLE("ambiguous-table"),
    MISSING_COLUMN("missing-column"),
    /** Several tables have such a column, or may have it. */
    AMBIGUOUS_COLUMN("ambiguous-column"),
    /** A view whose text could not be understood. */
    OPAQUE_VIEW("opaque-view"),
    /** A construct whose columns are not followed. */
    OPAQUE("opaque");

    private final String key;

    Reason(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }
  }

  public FactIssue {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(subject, "subject");
  }
}
