package dev.watershed.reports.review.form;

import java.util.Locale;

/** What the values of a column are: how they are written, aligned and sorted. */
public enum ColumnKind {
  /** A text. */
  TEXT,
  /** A sentence; one with a target leads to the page of its row. */
  SENTENCE,
  /** Several sentences; pages show a line each. */
  LINES,
  /** Sentences, for which a column is wide; tables show two lines. */
  PROSE,
  /** A text of SQL, or a name in it; tables show two lines. */
  CODE,
  /** The name of something that has a page. */
  LINK,
  /** Several names of things that have pages. */
  LINKS,
  /** A whole number. */
  COUNT,
  /** A number. */
  RATIO,
  /** A duration in microseconds. */
  MICROS,
  /** A share, 0 to 1. */
  SHARE,
  /** A number of bytes. */
  BYTES,
  /** How often a second. */
  RATE,
  /** Numbers over time. */
  SERIES,
  /** Pairs of a latency bucket and a count. */
  HISTOGRAM;

  /** The class of cells in the style sheet; the script names the same. */
  public String style() {
    return switch (this) {
      case COUNT, RATIO, MICROS, SHARE, BYTES, RATE -> "n";
      case LINK, LINKS -> "link";
      default -> name().toLowerCase(Locale.ROOT);
    };
  }

  /** Whether values are numbers, aligned at their ends. */
  public boolean numeric() {
    return switch (this) {
      case COUNT, RATIO, MICROS, SHARE, BYTES, RATE -> true;
      default -> false;
    };
  }
}
