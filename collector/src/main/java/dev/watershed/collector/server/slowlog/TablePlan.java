package dev.watershed.collector.server.slowlog;

import dev.watershed.collector.slowlog.LoggedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which tables are to be read, in this order, and from where: the one that the server writes, and
 * before it the one it wrote before, if that was renamed.
 */
record TablePlan(List<Step> steps) {

  /**
   * A table to read to its end.
   *
   * @param possibleGap whether something may have been lost before its first row
   */
  record Step(String table, TablePosition position, boolean possibleGap) {}

  TablePlan {
    steps = List.copyOf(steps);
  }

  /**
   * The plan.
   *
   * @param server the id of the server
   * @param first the first row of the table that the server writes; empty if it has none
   * @param backup the first row of the renamed one
   * @param lastMicros when the last statement taken of this server ended
   */
  static TablePlan of(
      String server,
      KnownTables known,
      Optional<LoggedStatement> first,
      Optional<LoggedStatement> backup,
      OptionalLong lastMicros) {
    if (first.isEmpty()) {
      return new TablePlan(renamed(server, known, backup).stream().toList());
    }
    long hash = TablePosition.hash(first.get());
    Optional<TablePosition> before = known.of(server, hash);
    if (before.isPresent()) {
      return new TablePlan(List.of(new Step(RowsQuery.TABLE, before.get(), false)));
    }
    List<Step> steps = new ArrayList<>();
    boolean gap = known.anyOf(server);
    Optional<Step> older =
        renamed(server, known, backup).or(() -> unseen(server, known, backup, lastMicros, gap));
    older.ifPresent(steps::add);
    steps.add(
        new Step(RowsQuery.TABLE, TablePosition.beginning(server, hash), gap && older.isEmpty()));
    return new TablePlan(steps);
  }

  /** The table that was read last, under its new name. */
  private static Optional<Step> renamed(
      String server, KnownTables known, Optional<LoggedStatement> backup) {
    return backup
        .flatMap(row -> known.latest(server, TablePosition.hash(row)))
        .map(last -> new Step(RowsQuery.BACKUP, last, false));
  }

  /** A renamed table that nobody has read, and whose rows came after all that were read. */
  private static Optional<Step> unseen(
      String server,
      KnownTables known,
      Optional<LoggedStatement> backup,
      OptionalLong lastMicros,
      boolean gap) {
    return backup
        .filter(row -> known.of(server, TablePosition.hash(row)).isEmpty())
        .filter(row -> row.endMicros() > lastMicros.orElse(Long.MIN_VALUE))
        .map(TablePosition::hash)
        .map(hash -> new Step(RowsQuery.BACKUP, TablePosition.beginning(server, hash), gap));
  }
}
