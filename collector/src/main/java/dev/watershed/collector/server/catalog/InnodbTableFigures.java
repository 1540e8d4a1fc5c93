package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.InnodbStatisticsQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** InnoDB's own figures about tables, partitions added up. */
final class InnodbTableFigures {

  /**
   * Figures of a table.
   *
   * @param countedAt when the part that was counted first was counted
   */
  record Figures(Optional<Instant> countedAt, OptionalLong rows) {

    private Figures with(Figures other) {
      return new Figures(
          countedAt.isPresent() && other.countedAt.isPresent()
              ? Optional.of(
                  countedAt.get().isBefore(other.countedAt.get())
                      ? countedAt.get()
                      : other.countedAt.get())
              : Optional.empty(),
          rows.isPresent() && other.rows.isPresent()
              ? OptionalLong.of(rows.getAsLong() + other.rows.getAsLong())
              : OptionalLong.empty());
    }
  }

  private final Map<TableKey, Figures> byTable = new HashMap<>();

  InnodbTableFigures(List<InnodbStatisticsQuery.TableRow> rows) {
    for (InnodbStatisticsQuery.TableRow row : rows) {
      byTable.merge(
          InnodbName.tableOf(row.key()), new Figures(row.countedAt(), row.rows()), Figures::with);
    }
  }

  Optional<Figures> of(TableKey table) {
    return Optional.ofNullable(byTable.get(table));
  }
}
