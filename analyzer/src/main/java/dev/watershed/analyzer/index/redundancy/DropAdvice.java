package dev.watershed.analyzer.index.redundancy;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Puts an advice to drop together: what the index takes, and what its upkeep is. */
final class DropAdvice {

  /** Of InnoDB unless a server says otherwise ({@code innodb_page_size}). */
  private static final long PAGE_BYTES = 16_384;

  private final StatisticTable table;
  private final IndexUsage usage;

  DropAdvice(StatisticTable table, IndexUsage usage) {
    this.table = table;
    this.usage = usage;
  }

  IndexAdvice of(
      Kind kind,
      IndexDefinition index,
      List<String> others,
      Confidence confidence,
      List<Saying> caveats) {
    OptionalDouble writes = usage.writesPerSecond(table.schema(), table.definition().name());
    return new IndexAdvice(
        kind,
        table.schema(),
        table.definition().name(),
        index,
        others,
        List.of(),
        bytes(index),
        writes,
        writes.orElse(0) * usage.observedSeconds(),
        confidence,
        caveats);
  }

  private OptionalLong bytes(IndexDefinition index) {
    return table.statistics().stream()
        .flatMap(figures -> figures.indexes().stream())
        .filter(figures -> figures.index().equals(index.name()) && figures.pages().isPresent())
        .mapToLong(figures -> figures.pages().getAsLong() * PAGE_BYTES)
        .findFirst();
  }
}
