package dev.watershed.benchmarks.report;

import dev.watershed.reports.review.document.ReviewPage;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageHead;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Small pages that are made by hand. */
final class SamplePage {

  private static final List<ColumnKind> NUMBERS =
      List.of(
          ColumnKind.COUNT,
          ColumnKind.RATIO,
          ColumnKind.MICROS,
          ColumnKind.SHARE,
          ColumnKind.BYTES,
          ColumnKind.RATE);

  private SamplePage() {}

  /** Writes a page. */
  static Path write(Path file, List<Section> sections, List<DataTable> unlisted)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      ReviewPage.write(
          new PageHead("A sample", "a day", List.of(), "of a test"),
          sections,
          unlisted,
          PageWords.of(Locale.ENGLISH),
          out);
    }
    return file;
  }

  /** A section with a table. */
  static Section section(String id, DataTable table) {
    return new Section(id, "Section " + id, List.of(new Block.Listing(table, "Of " + id + ".")));
  }

  /** A table with a column of each kind, of values that a seed draws; every seventh is unknown. */
  static DataTable everyKind(int rows, long seed) {
    Random random = new Random(seed);
    List<DataColumn> columns = new ArrayList<>();
    columns.add(DataColumn.link("name", "Name", ColumnKind.LINK, "thing"));
    columns.add(DataColumn.link("names", "Names", ColumnKind.LINKS, "other"));
    columns.add(new DataColumn("code", "Code", ColumnKind.CODE, "thing", true));
    columns.add(DataColumn.of("text", "Text", ColumnKind.TEXT));
    NUMBERS.forEach(
        kind ->
            columns.add(DataColumn.of(kind.name().toLowerCase(Locale.ROOT), kind.name(), kind)));
    columns.add(DataColumn.of("series", "Series", ColumnKind.SERIES));
    columns.add(DataColumn.of("latency", "Latency", ColumnKind.HISTOGRAM).hidden());
    List<List<Cell>> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of("thing" + row));
      cells.add(Cell.of(List.of("a" + random.nextInt(9), "b " + random.nextInt(9))));
      cells.add(Cell.of(code(random)));
      cells.add(random.nextInt(7) == 0 ? Cell.unknown() : Cell.of("text " + random.nextInt(99)));
      for (ColumnKind kind : NUMBERS) {
        cells.add(random.nextInt(7) == 0 ? Cell.unknown() : Cell.of(number(kind, random)));
      }
      cells.add(Cell.series(List.of(random.nextDouble(), Double.NaN, 1.0, 0.0)));
      cells.add(Cell.series(List.of(3.0, 5.0, 140.0, 7.0)));
      all.add(cells);
    }
    return new DataTable("kinds", "All kinds", "thing", columns, all);
  }

  private static String code(Random random) {
    StringBuilder text = new StringBuilder("SELECT x");
    for (int word = random.nextInt(60); word > 0; word--) {
      text.append(", column_").append(random.nextInt(20));
    }
    return text.append(" FROM t").toString();
  }

  private static double number(ColumnKind kind, Random random) {
    double value = Math.pow(10, random.nextDouble() * 14 - 3);
    return switch (kind) {
      case SHARE -> Math.min(1, value / 1e9);
      case COUNT, BYTES -> Math.rint(value);
      default -> random.nextInt(10) == 0 ? 0 : value;
    };
  }
}
