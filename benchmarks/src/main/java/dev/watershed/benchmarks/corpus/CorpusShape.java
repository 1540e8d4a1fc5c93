package dev.watershed.benchmarks.corpus;

/** What most bytes of a corpus are. */
public enum CorpusShape {
  /** Headers: {@code log_slow_extra} and short statements. */
  HEADER(true, 0, 0),
  /** Statements, under short headers: ORM selects of 0.5 to 5 KB, inserts of 10 to 1,000 rows. */
  STATEMENT(false, 92, 8),
  /** Headers and statements in about equal parts, as a server of many services logs. */
  MIXED(true, 16, 1);

  private final boolean extraHeaders;
  private final int selectPercent;
  private final int insertPercent;

  CorpusShape(boolean extraHeaders, int selectPercent, int insertPercent) {
    this.extraHeaders = extraHeaders;
    this.selectPercent = selectPercent;
    this.insertPercent = insertPercent;
  }

  /** Whether headers have the fields of {@code log_slow_extra}. */
  boolean extraHeaders() {
    return extraHeaders;
  }

  /** How many of a hundred events are ORM selects. */
  int selectPercent() {
    return selectPercent;
  }

  /** How many of a hundred events are inserts of many rows; what remains are short statements. */
  int insertPercent() {
    return insertPercent;
  }
}
