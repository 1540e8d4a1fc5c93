package dev.watershed.reports.review.consolidation;

import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.distance.MonthDistance;
import dev.watershed.analyzer.consolidation.distance.OwnerDistance;
import dev.watershed.analyzer.consolidation.distance.PartedTransaction;
import dev.watershed.analyzer.consolidation.distance.StrayWriter;
import dev.watershed.analyzer.consolidation.distance.TargetDistance;
import dev.watershed.analyzer.consolidation.distance.TargetProgress;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageTimes;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.PartyWords;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the fleet is from its target, today and month by month. */
public final class TargetBlocks {

  private static final int MONTH_FIGURES = 8;

  private TargetBlocks() {}

  /** The blocks, in the order in which they are read. */
  public static List<Block> of(TargetProgress progress, PageWords words) {
    TargetDistance today = progress.today();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Prose(
            Optional.of(words.text("target.title")),
            List.of(
                words.text(
                    "target.span",
                    PageTimes.minute(progress.from(), words),
                    PageTimes.minute(progress.until(), words)))));
    blocks.add(
        new Block.Tiles(
            List.of(
                tile(
                    Units.grouped(today.placement().toPlace()),
                    words.text("target.tile.place", Units.grouped(today.placement().tables()))),
                tile(Units.grouped(today.writers().size()), words.text("target.tile.writers")),
                tile(
                    Units.often(today.crossingTarget().foreignReads()),
                    words.text("target.tile.reads")),
                tile(
                    Units.grouped(today.transactions().size()),
                    words.text("target.tile.transactions")))));
    blocks.add(new Block.Listing(months(progress.months(), words), words.text("months.caption")));
    blocks.add(new Block.Listing(owners(today.owners(), words), ""));
    blocks.add(new Block.Listing(writers(today.writers(), words), ""));
    blocks.add(new Block.Listing(transactions(today.transactions(), words), ""));
    blocks.add(
        new Block.Listing(
            CrossingTable.of(
                "target_crossings",
                words.text("target.crossings"),
                today.crossingToday(),
                today.crossingTarget(),
                words),
            words.text("target.crossings.caption")));
    if (!progress.saidNotes().isEmpty()) {
      blocks.add(
          new Block.Prose(
              Optional.of(words.text("target.notes")),
              words.sentences(progress.saidNotes()).stream().map(VisibleText::of).toList()));
    }
    return blocks;
  }

  private static Block.Tiles.Tile tile(String value, String label) {
    return new Block.Tiles.Tile(value, label);
  }

  private static DataTable months(List<MonthDistance> months, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (MonthDistance month : months) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(month.month().toString())));
      row.addAll(month.distance().map(TargetBlocks::figures).orElseGet(TargetBlocks::unknown));
      row.add(Cell.of(seen(month, words)));
      rows.add(row);
    }
    return new DataTable(
        "target_months",
        words.text("months.title"),
        List.of(
            DataColumn.of("month", words.text("column.month"), ColumnKind.TEXT),
            DataColumn.of("to_place", words.text("column.toPlace"), ColumnKind.COUNT),
            DataColumn.of("owner", words.text("column.otherOwner"), ColumnKind.COUNT),
            DataColumn.of("schema", words.text("column.otherSchema"), ColumnKind.COUNT),
            DataColumn.of("server", words.text("column.otherServer"), ColumnKind.COUNT),
            DataColumn.of("writers", words.text("column.strayWriters"), ColumnKind.COUNT),
            DataColumn.of("reads", words.text("column.foreignReads"), ColumnKind.RATE),
            DataColumn.of("writes", words.text("column.foreignWrites"), ColumnKind.RATE),
            DataColumn.of("to_part", words.text("column.toPart"), ColumnKind.COUNT),
            DataColumn.of("seen", words.text("column.seen"), ColumnKind.SENTENCE)),
        rows);
  }

  private static List<Cell> figures(TargetDistance distance) {
    Crossings target = distance.crossingTarget();
    return List.of(
        Cell.of(distance.placement().toPlace()),
        Cell.of(distance.placement().ownedOtherwise()),
        Cell.of(distance.placement().inOtherSchema()),
        Cell.of(distance.placement().onOtherServer()),
        Cell.of(distance.strayServices()),
        Cell.of(target.foreignReads()),
        Cell.of(target.foreignWrites()),
        Cell.of(distance.transactions().size()));
  }

  private static List<Cell> unknown() {
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < MONTH_FIGURES; column++) {
      cells.add(Cell.unknown());
    }
    return cells;
  }

  private static String seen(MonthDistance month, PageWords words) {
    if (month.seen().isEmpty() || month.distance().isEmpty()) {
      return words.text("months.nothing");
    }
    MonthDistance.Seen seen = month.seen().get();
    List<String> parts = new ArrayList<>();
    if (seen.inPart()) {
      parts.add(words.text("months.inPart", Units.percent(seen.share()), seen.server()));
    }
    if (seen.laterCatalog()) {
      parts.add(words.text("months.laterCatalog"));
    }
    return parts.isEmpty() ? words.text("months.all") : String.join("; ", parts);
  }

  private static DataTable owners(List<OwnerDistance> owners, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (OwnerDistance owner : owners) {
      rows.add(
          List.of(
              Cell.of(owner.owner()),
              Cell.of(owner.placement().tables()),
              Cell.of(owner.placement().toPlace()),
              Cell.of(owner.foreignReads()),
              Cell.of(owner.foreignWrites()),
              Cell.of(
                  PartyWords.of(
                      owner.writers().stream().map(StrayWriter::writer).distinct().toList(),
                      words)),
              Cell.of(
                  owner.statements().stream()
                      .map(each -> Fingerprints.idOf(each.evidence().digest()))
                      .distinct()
                      .toList())));
    }
    return new DataTable(
        "target_owners",
        words.text("target.owners"),
        List.of(
            DataColumn.link("owner", words.text("column.owner"), ColumnKind.LINK, "service"),
            DataColumn.of("tables", words.text("column.tables"), ColumnKind.COUNT),
            DataColumn.of("to_place", words.text("column.toPlace"), ColumnKind.COUNT),
            DataColumn.of("reads", words.text("column.foreignReads"), ColumnKind.RATE),
            DataColumn.of("writes", words.text("column.foreignWrites"), ColumnKind.RATE),
            DataColumn.link(
                "writers", words.text("column.strayWriters"), ColumnKind.LINKS, "service"),
            DataColumn.link("digests", words.text("column.evidence"), ColumnKind.LINKS, "digest")),
        rows);
  }

  private static DataTable writers(List<StrayWriter> writers, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (StrayWriter writer : writers) {
      rows.add(
          List.of(
              Cell.of(writer.table()),
              Cell.of(writer.owner()),
              Cell.of(PartyWords.of(writer.writer(), words)),
              Cell.of(writer.writesPerSecond()),
              Cell.of(words.text(writer.inferred() ? "writer.inferred" : "writer.named"))));
    }
    return new DataTable(
        "target_writers",
        words.text("target.writers"),
        List.of(
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.link("owner", words.text("column.targetOwner"), ColumnKind.LINK, "service"),
            DataColumn.link("writer", words.text("column.writer"), ColumnKind.LINK, "service"),
            DataColumn.of("writes", words.text("column.writesPerSecond"), ColumnKind.RATE),
            DataColumn.of("by", words.text("column.writesBy"), ColumnKind.TEXT)),
        rows);
  }

  private static DataTable transactions(List<PartedTransaction> transactions, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (PartedTransaction each : transactions) {
      rows.add(
          List.of(
              Cell.of(PartyWords.of(each.party(), words)),
              Cell.of(each.tables()),
              Cell.of(each.owners()),
              Cell.of(String.join(", ", each.dataSets())),
              Cell.of(each.perSecond()),
              Cell.of(each.digests().stream().map(Fingerprints::idOf).toList())));
    }
    return new DataTable(
        "target_transactions",
        words.text("target.transactions"),
        List.of(
            DataColumn.link("service", words.text("column.service"), ColumnKind.LINK, "service"),
            DataColumn.link("tables", words.text("column.tables"), ColumnKind.LINKS, "table"),
            DataColumn.link("owners", words.text("column.owner"), ColumnKind.LINKS, "service"),
            DataColumn.of("data_sets", words.text("column.dataSet"), ColumnKind.TEXT),
            DataColumn.of("rate", words.text("column.transactions"), ColumnKind.RATE),
            DataColumn.link("digests", words.text("column.evidence"), ColumnKind.LINKS, "digest")
                .hidden()),
        rows);
  }
}
