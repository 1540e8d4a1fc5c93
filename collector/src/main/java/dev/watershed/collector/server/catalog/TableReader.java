package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.catalog.query.CheckQuery;
import dev.watershed.collector.server.catalog.query.ColumnQuery;
import dev.watershed.collector.server.catalog.query.ForeignKeyQuery;
import dev.watershed.collector.server.catalog.query.IndexQuery;
import dev.watershed.collector.server.catalog.query.PartitionQuery;
import dev.watershed.collector.server.catalog.query.ReferentialActionQuery;
import dev.watershed.collector.server.catalog.query.SchemaQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.collector.server.catalog.query.TableQuery;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the rows of tables. Each question sees the server at another moment, so that a table may
 * seem to have no index because it was dropped in between. What was dropped or rebuilt meanwhile is
 * found by asking again at the end; then everything is read once more. Servers tell when a table
 * was created in whole seconds, so that one of the last minute may have been dropped and created
 * again within the same second: such tables count only if three readings show the same, of which
 * two may be alike by chance where schemas come and go all the time.
 */
final class TableReader {

  private static final int ATTEMPTS = 4;

  /** Tables that are younger are read three times: their times are whole seconds. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /** As a session, which has UTC as its zone, shows times. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ServerQueries server;

  TableReader(ServerQueries server) {
    this.server = server;
  }

  /**
   * The rows of the tables that are still there and are what they were; another one is a gap.
   *
   * @throws ServerException if one of the questions has no answer
   */
  CatalogRows read(Gaps gaps) throws ServerException {
    String young = TIME.format(server.serverTime().minus(YOUNG));
    CatalogRows rows = all();
    Set<TableKey> doubtful = changed(rows);
    doubtful.addAll(since(young, rows));
    Optional<CatalogRows> earlier = Optional.empty();
    for (int attempt = 1; attempt < ATTEMPTS && !doubtful.isEmpty(); attempt++) {
      CatalogRows before = rows;
      rows = all();
      doubtful = changed(rows);
      Set<TableKey> recent = since(young, rows);
      doubtful.addAll(differing(before, rows, recent));
      doubtful.addAll(earlier.isPresent() ? differing(earlier.get(), before, recent) : recent);
      earlier = Optional.of(before);
    }
    doubtful.stream()
        .sorted(Comparator.comparing(TableKey::toString))
        .forEach(key -> gaps.add(key.toString(), "it was dropped or rebuilt while it was read"));
    return without(rows, doubtful);
  }

  /** The tables that were created later than a time. */
  private static Set<TableKey> since(String time, CatalogRows rows) {
    return rows.tables().stream()
        .filter(row -> row.created().compareTo(time) > 0)
        .map(TableQuery.Row::key)
        .collect(Collectors.toSet());
  }

  /** Those of some tables that are not the same in two readings. */
  private static Set<TableKey> differing(CatalogRows one, CatalogRows other, Set<TableKey> keys) {
    Map<TableKey, Set<Object>> before = parts(one, keys);
    Map<TableKey, Set<Object>> after = parts(other, keys);
    return keys.stream()
        .filter(key -> !Objects.equals(before.get(key), after.get(key)))
        .collect(Collectors.toSet());
  }

  private static Map<TableKey, Set<Object>> parts(CatalogRows rows, Set<TableKey> keys) {
    Map<TableKey, Set<Object>> parts = new HashMap<>();
    rows.columns().forEach(row -> part(row.key(), row, keys, parts));
    rows.indexes().forEach(row -> part(row.key(), row, keys, parts));
    rows.foreignKeys().forEach(row -> part(row.key(), row, keys, parts));
    rows.actions().forEach(row -> part(row.key(), row, keys, parts));
    rows.partitions().forEach(row -> part(row.key(), row, keys, parts));
    return parts;
  }

  private static void part(
      TableKey key, Object row, Set<TableKey> keys, Map<TableKey, Set<Object>> parts) {
    if (keys.contains(key)) {
      parts.computeIfAbsent(key, table -> new HashSet<>()).add(row);
    }
  }

  private CatalogRows all() throws ServerException {
    Columns columns = server.columns();
    Optional<Query<List<CheckQuery.Row>>> checks = CheckQuery.of(columns);
    return new CatalogRows(
        server.ask(SchemaQuery.of(columns)),
        server.ask(TableQuery.of(columns)),
        server.ask(ColumnQuery.of(columns)),
        server.ask(IndexQuery.of(columns)),
        server.ask(ForeignKeyQuery.of(columns)),
        server.ask(ReferentialActionQuery.of(columns)),
        checks.isPresent() ? server.ask(checks.get()) : List.of(),
        checks.isPresent() ? server.ask(CheckQuery.places(columns)) : List.of(),
        server.ask(PartitionQuery.of(columns)));
  }

  private Set<TableKey> changed(CatalogRows rows) throws ServerException {
    Map<TableKey, String> now =
        server.ask(TableQuery.created(server.columns())).stream()
            .collect(Collectors.toMap(TableQuery.Created::key, TableQuery.Created::time));
    Set<TableKey> changed = new HashSet<>();
    for (TableQuery.Row row : rows.tables()) {
      if (!Objects.equals(now.get(row.key()), row.created())) {
        changed.add(row.key());
      }
    }
    return changed;
  }

  private static CatalogRows without(CatalogRows rows, Set<TableKey> changed) {
    return new CatalogRows(
        rows.schemas(),
        rows.tables().stream().filter(row -> !changed.contains(row.key())).toList(),
        rows.columns(),
        rows.indexes(),
        rows.foreignKeys(),
        rows.actions(),
        rows.checks(),
        rows.checkPlaces(),
        rows.partitions());
  }
}
