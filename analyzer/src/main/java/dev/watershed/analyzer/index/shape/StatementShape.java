package dev.watershed.analyzer.index.shape;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a statement asks.
 *
 * @param blocks in the order of their numbers; none if the statement is no ground for advice
 * @param covers whether every column that it needs is known
 */
public record StatementShape(WeightedStatement statement, List<BlockShape> blocks, boolean covers) {

  public StatementShape {
    Objects.requireNonNull(statement, "statement");
    blocks = List.copyOf(blocks);
  }

  /** Whether advice may rest on it: all of it is understood, and all its tables are known. */
  public boolean ground() {
    return !blocks.isEmpty();
  }

  /** Every source that is a table. */
  public Stream<SourceShape> tableSources() {
    return blocks.stream()
        .flatMap(block -> block.sources().stream())
        .filter(source -> source.table().isPresent());
  }

  /** The tables, once each, ordered by name. */
  public List<TableFigures> tables() {
    return tableSources()
        .map(source -> source.table().orElseThrow())
        .distinct()
        .sorted(Comparator.comparing(TableFigures::name))
        .toList();
  }
}
