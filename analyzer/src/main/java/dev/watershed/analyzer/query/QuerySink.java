package dev.watershed.analyzer.query;

import java.io.IOException;
import java.util.List;

/** Where an answer goes, row by row. */
public interface QuerySink {

  /** The names of the columns, once, before the first row. */
  void columns(List<String> names) throws IOException;

  /** A row: a value per column. */
  void row(List<QueryValue> values) throws IOException;
}
