package dev.watershed.reports.review.consolidation;

import dev.watershed.analyzer.consolidation.crossing.Crossings;
import java.util.function.ToDoubleFunction;

/** What crosses, in the order in which it is shown. */
enum CrossingRate {
  FOREIGN_READS("foreignReads", Crossings::foreignReads),
  FOREIGN_WRITES("foreignWrites", Crossings::foreignWrites),
  OWNER_JOINS("ownerJoins", Crossings::ownerJoins),
  SCHEMA_JOINS("schemaJoins", Crossings::schemaJoins),
  SERVER_JOINS("serverJoins", Crossings::serverJoins),
  OWNER_TRANSACTIONS("ownerTransactions", Crossings::ownerTransactions),
  OWNER_WRITING("ownerWriting", Crossings::ownerWritingTransactions),
  SERVER_TRANSACTIONS("serverTransactions", Crossings::serverTransactions),
  SERVER_WRITING("serverWriting", Crossings::serverWritingTransactions);

  private final String key;
  private final ToDoubleFunction<Crossings> of;

  CrossingRate(String key, ToDoubleFunction<Crossings> of) {
    this.key = "crossing." + key;
    this.of = of;
  }

  /** The key of its words. */
  String key() {
    return key;
  }

  /** Per second. */
  double of(Crossings crossings) {
    return of.applyAsDouble(crossings);
  }
}
