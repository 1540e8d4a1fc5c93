package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.List;

/** The indexes that tables have, those that exist or others. */
@FunctionalInterface
public interface IndexView {

  /** Those that exist. */
  IndexView EXISTING = TableFigures::indexes;

  /** Those of a table. */
  List<IndexFigures> of(TableFigures table);
}
