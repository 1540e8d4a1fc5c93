package dev.watershed.benchmarks.corpus;

/** What most bytes of a corpus are. */
public enum CorpusShape {
  /** Headers: {@code log_slow_extra} and short statements. */
  HEADER,
  /** Statements: ORM selects of 0.5 to 5 KB and inserts of 10 to 1,000 rows. */
  STATEMENT,
  /** Every second event of each. */
  MIXED
}
