package dev.watershed.analyzer.query;

/** Some rows of a table, open for copying. */
interface TablePart extends AutoCloseable {

  /** How many. */
  int rows();

  @Override
  void close();

  /** Rows of what the store knows as a whole: nothing is open. */
  interface OfStore extends TablePart {
    @Override
    default void close() {}
  }
}
