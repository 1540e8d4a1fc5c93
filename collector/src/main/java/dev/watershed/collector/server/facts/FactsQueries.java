package dev.watershed.collector.server.facts;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.VariableTable;
import dev.watershed.workload.observation.ServerFact;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks for the variables that are facts, and for the source of a replica. */
final class FactsQueries {

  static final String REPLICATION = "performance_schema.replication_connection_configuration";

  private FactsQueries() {}

  /** The values of those that a server has. */
  static Query<Map<ServerFact, String>> settings(Columns columns) {
    List<String> names =
        Arrays.stream(ServerFact.values())
            .filter(ServerFact::isSetting)
            .map(ServerFact::key)
            .toList();
    return new Query<>(
        VariableTable.SETTINGS.sql(columns, names.size()),
        names,
        rows -> {
          Map<ServerFact, String> values = new EnumMap<>(ServerFact.class);
          while (rows.next()) {
            String value = rows.getString(2);
            ServerFact.of(rows.getString(1).toLowerCase(Locale.ROOT))
                .ifPresent(fact -> values.put(fact, value));
          }
          return values;
        });
  }

  /** The sources of a replica, as {@code host:port}; several where there are several channels. */
  static Optional<Query<List<String>>> sources(Columns columns) {
    if (!columns.has(REPLICATION, "HOST")) {
      return Optional.empty();
    }
    return Optional.of(
        Query.of(
            "SELECT CONCAT(HOST, ':', PORT) FROM "
                + REPLICATION
                + " AS "
                + Query.ALIAS
                + " WHERE HOST <> '' ORDER BY 1",
            rows -> {
              List<String> sources = new java.util.ArrayList<>();
              while (rows.next()) {
                sources.add(rows.getString(1));
              }
              return sources;
            }));
  }
}
