package dev.watershed.benchmarks.store;

import dev.watershed.benchmarks.server.ManyTables;
import dev.watershed.collector.dump.CatalogBuilder;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.IndexStatistics;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.collections.impl.factory.primitive.ByteLists;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/**
 * The catalogs of servers, one each night: the figures of all tables change, and one table has one
 * more index than the night before.
 *
 * @param servers alike, but for their names
 */
record CatalogNights(int servers, int nights, int tables) {

  static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");

  static String server(int number) {
    return "server-" + number;
  }

  static Instant night(int number) {
    return FIRST.plus(Duration.ofDays(number));
  }

  void write(StoreFiles files) throws IOException {
    StringBuilder script = new StringBuilder(ManyTables.script(tables));
    try (StoreWriter writer = StoreWriter.open(files, "benchmark")) {
      for (int night = 0; night < nights; night++) {
        script.append("CREATE INDEX n ON %s (c5);%n".formatted(ManyTables.name(night % tables)));
        Catalog catalog = catalog(script.toString(), night);
        for (int server = 0; server < servers; server++) {
          long run = night + 1L;
          WindowName name =
              new WindowName(
                  server(server), WindowSource.CATALOG, WindowLevel.SLOT, night(night), run);
          Seal seal = new Seal(run, 0, 1, ByteLists.immutable.of((byte) run));
          writer.put(
              new WindowHeader(name, name.start(), name.end(), "benchmark", seal, List.of()),
              catalog);
        }
      }
    }
  }

  private static Catalog catalog(String script, int night) {
    Catalog defined =
        CatalogBuilder.build(
            DefinitionReader.read(script, SqlMode.standard(), LiteralPolicy.REDACT),
            "script",
            night(night));
    List<TableStatistics> statistics = new ArrayList<>();
    for (SchemaDefinition schema : defined.schemas()) {
      for (TableDefinition table : schema.tables()) {
        statistics.add(statistics(schema.name(), table, night));
      }
    }
    return new Catalog(
        defined.takenAt(),
        Optional.of("9.7.4"),
        defined.schemas(),
        statistics,
        List.of(),
        List.of());
  }

  private static TableStatistics statistics(String schema, TableDefinition table, int night) {
    long rows = 1_000L * (Math.floorMod(table.name().hashCode(), 1_000) + night);
    List<IndexStatistics> indexes =
        table.indexes().stream()
            .map(
                index ->
                    new IndexStatistics(
                        index.name(),
                        OptionalLong.of(rows / 100),
                        OptionalLong.of(rows / 110),
                        OptionalLong.of(night),
                        LongLists.immutable.of(rows)))
            .toList();
    return new TableStatistics(
        schema,
        table.name(),
        night(night),
        OptionalLong.of(rows),
        OptionalLong.of(rows * 200),
        OptionalLong.of(rows * 60),
        OptionalLong.of(0),
        Optional.empty(),
        Optional.empty(),
        indexes);
  }
}
