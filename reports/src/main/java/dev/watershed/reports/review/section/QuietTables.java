package dev.watershed.reports.review.section;

import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.consolidation.RetiredTables;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetTables;
import dev.watershed.workload.catalog.TableStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The table of tables that nothing reads or writes, as the plan names them; the largest first. */
final class QuietTables {

  private static final double MICROS = 1e6;

  private record Row(long bytes, List<Cell> cells) {}

  private QuietTables() {}

  static DataTable of(ReviewFacts facts, PageWords words) {
    CouplingFacts coupling = facts.fleet().coupling();
    Map<String, StatisticTable> known = known(facts);
    List<Row> rows = new ArrayList<>();
    for (Proposal proposal : facts.plan().proposals(ProposalKind.RETIRE_TABLES)) {
      String dataSet = RetiredTables.dataSet(proposal);
      for (int table : RetiredTables.of(coupling.input().tables(), proposal)) {
        CoupledTable named = coupling.input().tables().get(table);
        Optional<StatisticTable> found =
            Optional.ofNullable(known.get(dataSet + "\n" + named.qualifiedName()));
        OptionalLong bytes =
            found
                .flatMap(StatisticTable::statistics)
                .map(TableStatistics::dataBytes)
                .orElse(OptionalLong.empty());
        OptionalInt owner = coupling.ownership().of(table).owner();
        rows.add(
            new Row(
                bytes.orElse(0),
                List.of(
                    Cell.of(coupling.input().tables().label(table)),
                    Cell.of(dataSet),
                    owner.isPresent()
                        ? Cell.of(coupling.input().parties().name(owner.getAsInt()))
                        : Cell.unknown(),
                    Cell.of(bytes),
                    Cell.of(found.map(FleetTables::rows).orElseGet(OptionalLong::empty)),
                    Cell.of(words.sentence(Saying.joined(Joint.SEMICOLON, proposal.saidGrounds()))),
                    Cell.of(words.text("confidence." + proposal.confidence().key())),
                    Cell.of(
                        words.sentence(Saying.joined(Joint.SEMICOLON, proposal.saidRisks()))))));
      }
    }
    rows.sort(Comparator.comparingLong(Row::bytes).reversed());
    return new DataTable(
        "quiet_tables",
        words.text("tables.quiet"),
        columns(words),
        rows.stream().map(Row::cells).toList());
  }

  /** How long nobody was seen: a table of a yearly job is quiet for months. */
  static String caption(ReviewFacts facts, PageWords words) {
    return words.text(
        "tables.quiet.caption",
        facts.fleet().coupling().input().secondsByData().entrySet().stream()
            .map(
                entry ->
                    VisibleText.of(entry.getKey()) + " " + Units.micros(entry.getValue() * MICROS))
            .collect(Collectors.joining(", ")));
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
        DataColumn.of("data_set", words.text("column.dataSet"), ColumnKind.TEXT),
        DataColumn.link("owner", words.text("column.owner"), ColumnKind.LINK, "service"),
        DataColumn.of("bytes", words.text("column.bytes"), ColumnKind.BYTES),
        DataColumn.of("rows", words.text("column.rows"), ColumnKind.COUNT),
        DataColumn.of("why", words.text("column.why"), ColumnKind.PROSE),
        DataColumn.of("confidence", words.text("column.confidence"), ColumnKind.TEXT),
        DataColumn.of("risks", words.text("column.risks"), ColumnKind.PROSE).hidden());
  }

  private static Map<String, StatisticTable> known(ReviewFacts facts) {
    Map<String, StatisticTable> known = new HashMap<>();
    for (DataFacts data : facts.fleet().data()) {
      data.input()
          .server()
          .tables()
          .forEach(each -> known.put(data.name() + "\n" + each.qualifiedName(), each));
    }
    return known;
  }
}
