package dev.watershed.collector.server.facts;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
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

  static final Question SETTINGS =
      VariableTable.SETTINGS.question(
          "settings",
          "settings that matter to the workload",
          Arrays.stream(ServerFact.values())
              .filter(ServerFact::isSetting)
              .map(ServerFact::key)
              .toList());

  /** A channel of Group Replication has no source: its host is empty, or a text that says so. */
  static final Question SOURCES =
      Question.of(
              "sources",
              "from where a replica replicates",
              Selection.from(REPLICATION)
                  .values("CONCAT(HOST, ':', PORT)")
                  .where("HOST NOT IN ('', '<NULL>')")
                  .orderedBy("1"))
          .on(Question.Need.TABLE);

  private FactsQueries() {}

  /** The values of those that a server has. */
  static Query<Map<ServerFact, String>> settings(Columns columns) {
    return SETTINGS.query(
        columns,
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
        SOURCES.query(
            columns,
            rows -> {
              List<String> sources = new java.util.ArrayList<>();
              while (rows.next()) {
                sources.add(rows.getString(1));
              }
              return sources;
            }));
  }
}
