package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.trend.Rate;
import java.util.OptionalInt;

/** How often the tables of a span were read and written, by whomever. */
final class TableCalls {

  private TableCalls() {}

  /** Of a table by its index. */
  static Rate of(CouplingFacts facts, int table) {
    double calls = 0;
    for (int cell = facts.matrix().start(table); cell < facts.matrix().end(table); cell++) {
      calls += facts.matrix().reads(cell) + facts.matrix().writes(cell);
    }
    double seconds = facts.input().secondsOf(facts.input().tables().get(table).dataSet());
    return new Rate(seconds == 0 ? 0 : calls / seconds, seconds);
  }

  /** Of a table by its names; never, where nothing knows it. */
  static Rate of(CouplingFacts facts, String dataSet, String schema, String name) {
    OptionalInt table = facts.input().tables().find(dataSet, schema, name);
    return table.isPresent() ? of(facts, table.getAsInt()) : new Rate(0, 0);
  }
}
