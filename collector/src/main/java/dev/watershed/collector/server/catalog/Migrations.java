package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.catalog.query.MigrationQuery;
import dev.watershed.collector.server.catalog.query.MigrationQuery.HistoryColumns;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.workload.catalog.Migration;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what migration tools noted, where the account may. */
final class Migrations {

  private final ServerQueries server;
  private final String account;

  /**
   * @param account as it stands in a GRANT
   */
  Migrations(ServerQueries server, String account) {
    this.server = server;
    this.account = account;
  }

  /**
   * The steps noted in all history tables among these.
   *
   * @throws ServerException if the server answers nothing any more
   */
  List<Migration> of(Map<TableKey, TableDefinition> tables, Gaps gaps) throws ServerException {
    List<Migration> migrations = new ArrayList<>();
    List<TableKey> ordered =
        tables.keySet().stream().sorted(Comparator.comparing(TableKey::toString)).toList();
    for (TableKey key : ordered) {
      Optional<MigrationTool> tool = MigrationTool.of(key.table(), columns(tables.get(key)));
      if (tool.isPresent()) {
        migrations.addAll(read(key, tool.get(), gaps));
      }
    }
    return migrations;
  }

  private List<Migration> read(TableKey key, MigrationTool tool, Gaps gaps) throws ServerException {
    try {
      return steps(key, tool, tool.columns());
    } catch (ServerException e) {
      switch (e.problem()) {
        case MISSING_GRANT -> {
          return withoutKinds(key, tool, gaps);
        }
        case TIME_LIMIT, OTHER ->
            gaps.add(key.toString(), "its migrations could not be read: " + e.getMessage());
        default -> throw e;
      }
      return List.of();
    }
  }

  private List<Migration> steps(TableKey key, MigrationTool tool, HistoryColumns columns)
      throws ServerException {
    return server.ask(MigrationQuery.of(key, columns)).stream()
        .map(
            row ->
                new Migration(
                    key.schema(),
                    tool.name(),
                    row.version(),
                    row.description(),
                    row.appliedAt(),
                    row.succeeded(),
                    row.kind()))
        .toList();
  }

  /** For an account that may read which steps there are, but not of which kind. */
  private List<Migration> withoutKinds(TableKey key, MigrationTool tool, Gaps gaps)
      throws ServerException {
    if (tool.columns().kind().isPresent()) {
      try {
        List<Migration> steps = steps(key, tool, tool.columns().withoutKind());
        gaps.add(
            key.toString(),
            grant("which migrations were undone is unknown", "shows it", key, tool));
        return steps;
      } catch (ServerException e) {
        if (!e.problem().ofOneQuestion()) {
          throw e;
        }
      }
    }
    gaps.add(
        key.toString(),
        grant(
            "the migrations that " + tool.name() + " noted are unknown", "shows them", key, tool));
    return List.of();
  }

  private String grant(String unknown, String shows, TableKey key, MigrationTool tool) {
    return unknown
        + "; GRANT SELECT ("
        + String.join(", ", tool.columns().names())
        + ") ON "
        + key.quoted()
        + " TO "
        + account
        + " "
        + shows;
  }

  private static Set<String> columns(TableDefinition table) {
    return table.columns().stream()
        .map(column -> column.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
