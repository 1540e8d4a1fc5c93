package dev.watershed.reports.review.form;

import dev.watershed.reports.Units;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Values as people read them. The script of the page writes the same texts. */
public final class CellText {

  /** As many names as two lines of a table can show. */
  private static final int FEW_NAMES = 4;

  private CellText() {}

  /** The text of a value; empty for what is drawn. */
  public static String of(DataColumn column, Cell cell) {
    if (cell instanceof Cell.Text text) {
      return text.text();
    } else if (cell instanceof Cell.Texts texts) {
      return String.join(", ", texts.texts());
    } else if (cell instanceof Cell.Number number) {
      return number(column.kind(), number.value());
    }
    return cell instanceof Cell.Numbers ? "" : Units.UNKNOWN;
  }

  /** Whether the values of a column are drawn, and have no text. */
  public static boolean drawn(DataColumn column) {
    return column.kind() == ColumnKind.SERIES || column.kind() == ColumnKind.HISTOGRAM;
  }

  /** The text of SQL as tables show it. */
  public static String brief(DataColumn column, Cell cell) {
    return StatementHead.of(of(column, cell));
  }

  /** The names of a value that leads to pages. */
  public static List<String> links(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return List.of(text.text());
    }
    return cell instanceof Cell.Texts texts ? texts.texts() : List.of();
  }

  /** The names of a value as far as a row of a table shows them. */
  public static List<String> fewLinks(Cell cell) {
    List<String> all = links(cell);
    return all.subList(0, Math.min(FEW_NAMES, all.size()));
  }

  /** How many names a row of a table leaves out. */
  public static int furtherLinks(Cell cell) {
    return Math.max(0, links(cell).size() - FEW_NAMES);
  }

  /** A name in parts, after each of which a line may end. */
  public static List<String> parts(String name) {
    return List.of(name.split("(?<=[./@])"));
  }

  /** The address of a page within the file, without the {@code #}. */
  public static String address(String target, String name) {
    return target + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String number(ColumnKind kind, double value) {
    return switch (kind) {
      case MICROS -> Units.micros(value);
      case SHARE -> Units.percent(value);
      case BYTES -> Units.bytes(Math.round(value));
      case RATE -> Units.often(value);
      case RATIO -> Units.ratio(value);
      default -> Units.count(Math.round(value));
    };
  }
}
