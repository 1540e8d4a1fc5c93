package dev.watershed.reports.review.section;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.ownership.TableOwner;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewOwner;
import dev.watershed.reports.review.compare.TableChanges;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetTables;
import dev.watershed.workload.catalog.TableStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * All tables, with owner, size and traffic, those without traffic last; then those that nothing
 * uses, and those that are nearly the same.
 */
public final class TablesSection {

  private TablesSection() {}

  public static Section of(ReviewFacts facts, PageWords words) {
    List<Block> blocks = new ArrayList<>();
    for (DataFacts data : facts.fleet().data()) {
      if (data.input().server().tables().isEmpty()) {
        blocks.add(
            new Block.Lacking(
                words.text("tables.lacking", VisibleText.of(data.name())),
                words.text("catalog.how")));
      }
    }
    if (facts.fleet().data().stream()
        .flatMap(data -> data.input().server().tables().stream())
        .allMatch(each -> each.statistics().isEmpty())) {
      blocks.add(
          new Block.Lacking(words.text("tables.lacking.sizes"), words.text("tables.sizes.how")));
    }
    if (facts.fleet().coupling().input().tables().size() == 0) {
      blocks.add(
          new Block.Lacking(words.text("tables.lacking.all"), words.text("tables.lacking.how")));
    }
    facts
        .owner()
        .filter(owner -> owner.tables().isEmpty())
        .map(
            owner ->
                new Block.Lacking(
                    words.text("tables.lacking.owner", owner.name()),
                    words.text("tables.lacking.owner.how")))
        .ifPresent(blocks::add);
    blocks.add(
        new Block.Listing(
            facts.concerning(
                TableChanges.of(facts, table(facts, words), words), ReviewOwner.Subject.TABLE),
            words.text("tables.caption")));
    facts
        .earlier()
        .map(earlier -> TableChanges.catalogs(facts, earlier, words))
        .map(changes -> facts.concerning(changes, ReviewOwner.Subject.TABLE))
        .ifPresent(
            changes ->
                blocks.add(new Block.Listing(changes, words.text("changes.tables.caption"))));
    blocks.add(
        new Block.Listing(
            facts.concerning(QuietTables.of(facts, words), ReviewOwner.Subject.TABLE),
            QuietTables.caption(facts, words)));
    blocks.add(new Block.Listing(AlikeTables.of(facts, words), words.text("tables.alike.caption")));
    return new Section("tables", words.text("tables.title"), blocks);
  }

  private record Key(String dataSet, String schema, String name) {}

  /** What is summed over the services that use a table. */
  private record Traffic(double reads, double writes, double micros, int users) {}

  private static DataTable table(ReviewFacts facts, PageWords words) {
    Map<Key, StatisticTable> known = new HashMap<>();
    for (DataFacts data : facts.fleet().data()) {
      data.input()
          .server()
          .tables()
          .forEach(
              each ->
                  known.put(new Key(data.name(), each.schema(), each.definition().name()), each));
    }
    CouplingFacts coupling = facts.fleet().coupling();
    List<List<Cell>> rows = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    Map<Integer, Traffic> traffic = new HashMap<>();
    for (int table = 0; table < coupling.input().tables().size(); table++) {
      order.add(table);
      traffic.put(table, traffic(coupling, table));
    }
    order.sort(
        (one, other) -> Double.compare(traffic.get(other).micros(), traffic.get(one).micros()));
    for (int table : order) {
      CoupledTable named = coupling.input().tables().get(table);
      rows.add(
          row(
              coupling,
              words,
              table,
              traffic.get(table),
              Optional.ofNullable(
                  known.get(new Key(named.dataSet(), named.schema(), named.name())))));
    }
    return new DataTable("tables", words.text("tables.list"), "table", columns(words), rows);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
        DataColumn.of("data_set", words.text("column.dataSet"), ColumnKind.TEXT),
        DataColumn.link("owner", words.text("column.owner"), ColumnKind.LINK, "service"),
        DataColumn.of("basis", words.text("column.basis"), ColumnKind.TEXT),
        DataColumn.of("users", words.text("column.users"), ColumnKind.COUNT),
        DataColumn.of("reads", words.text("column.reads"), ColumnKind.COUNT),
        DataColumn.of("writes", words.text("column.writes"), ColumnKind.COUNT),
        DataColumn.of("time", words.text("column.time"), ColumnKind.MICROS),
        DataColumn.of("rows", words.text("column.rows"), ColumnKind.COUNT),
        DataColumn.of("bytes", words.text("column.bytes"), ColumnKind.BYTES),
        DataColumn.of("indexes", words.text("column.indexes"), ColumnKind.COUNT),
        DataColumn.of("engine", words.text("column.engine"), ColumnKind.TEXT).hidden(),
        DataColumn.of("columns", words.text("column.columns"), ColumnKind.TEXT).hidden(),
        DataColumn.of("index_bytes", words.text("column.indexBytes"), ColumnKind.BYTES).hidden());
  }

  private static Traffic traffic(CouplingFacts coupling, int table) {
    double reads = 0;
    double writes = 0;
    double micros = 0;
    int users = 0;
    for (int cell = coupling.matrix().start(table); cell < coupling.matrix().end(table); cell++) {
      reads += coupling.matrix().reads(cell);
      writes += coupling.matrix().writes(cell);
      micros += coupling.matrix().timeMicros(cell);
      users++;
    }
    return new Traffic(reads, writes, micros, users);
  }

  private static List<Cell> row(
      CouplingFacts coupling,
      PageWords words,
      int table,
      Traffic traffic,
      Optional<StatisticTable> known) {
    TableOwner owner = coupling.ownership().of(table);
    return List.of(
        Cell.of(coupling.input().tables().label(table)),
        Cell.of(coupling.input().tables().get(table).dataSet()),
        owner.owner().isPresent()
            ? Cell.of(coupling.input().parties().name(owner.owner().getAsInt()))
            : Cell.unknown(),
        Cell.of(words.text("owner." + owner.status().name().toLowerCase(Locale.ROOT))),
        Cell.of(traffic.users()),
        Cell.of(traffic.reads()),
        Cell.of(traffic.writes()),
        Cell.of(traffic.micros()),
        Cell.of(known.map(FleetTables::rows).orElseGet(OptionalLong::empty)),
        figure(known, TableStatistics::dataBytes),
        known.map(each -> Cell.of(each.definition().indexes().size())).orElseGet(Cell::unknown),
        Cell.of(known.flatMap(each -> each.definition().engine())),
        known.map(each -> Cell.of(columns(each))).orElseGet(Cell::unknown),
        figure(known, TableStatistics::indexBytes));
  }

  /** Each column with its type. */
  private static List<String> columns(StatisticTable table) {
    return table.definition().columns().stream()
        .map(each -> each.name() + " " + each.type() + (each.nullable() ? "" : " not null"))
        .toList();
  }

  private static Cell figure(
      Optional<StatisticTable> table, Function<TableStatistics, OptionalLong> of) {
    return Cell.of(
        table.flatMap(StatisticTable::statistics).map(of).orElseGet(OptionalLong::empty));
  }
}
