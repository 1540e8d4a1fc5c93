package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.catalog.query.MigrationQuery;
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
      return server.ask(MigrationQuery.of(key, tool.columns())).stream()
          .map(
              row ->
                  new Migration(
                      key.schema(),
                      tool.name(),
                      row.version(),
                      row.description(),
                      row.appliedAt(),
                      row.succeeded()))
          .toList();
    } catch (ServerException e) {
      switch (e.problem()) {
        case MISSING_GRANT -> gaps.add(key.toString(), grant(key, tool));
        case TIME_LIMIT, OTHER ->
            gaps.add(key.toString(), "its migrations could not be read: " + e.getMessage());
        default -> throw e;
      }
      return List.of();
    }
  }

  private String grant(TableKey key, MigrationTool tool) {
    return "the migrations that "
        + tool.name()
        + " noted are unknown; GRANT SELECT ("
        + String.join(", ", tool.columns().names())
        + ") ON "
        + key.quoted()
        + " TO "
        + account
        + " shows them";
  }

  private static Set<String> columns(TableDefinition table) {
    return table.columns().stream()
        .map(column -> column.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
