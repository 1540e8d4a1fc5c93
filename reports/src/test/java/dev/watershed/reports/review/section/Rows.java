package dev.watershed.reports.review.section;

import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads what sections hold. */
public final class Rows {

  public static final PageWords ENGLISH = PageWords.of(Locale.ENGLISH);
  public static final PageWords JAPANESE = PageWords.of(Locale.JAPANESE);

  private Rows() {}

  /** The table of a listing of a section. */
  public static DataTable table(Section section, String id) {
    return section.blocks().stream()
        .filter(Block.Listing.class::isInstance)
        .map(block -> ((Block.Listing) block).table())
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table " + id));
  }

  /** Blocks of a kind. */
  public static <B extends Block> List<B> blocks(Section section, Class<B> kind) {
    return section.blocks().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The texts of some columns, a list per row. */
  public static List<List<String>> texts(DataTable table, String... columns) {
    return table.rows().stream()
        .map(row -> Arrays.stream(columns).map(name -> text(table, row, name)).toList())
        .toList();
  }

  /** The rows by the text of a column, each with the texts of all columns by name. */
  public static Map<String, Map<String, String>> by(DataTable table, String key) {
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (List<Cell> row : table.rows()) {
      Map<String, String> texts = new TreeMap<>();
      table.columns().forEach(each -> texts.put(each.name(), text(table, row, each.name())));
      rows.put(text(table, row, key), texts);
    }
    return rows;
  }

  private static String text(DataTable table, List<Cell> row, String name) {
    for (int column = 0; column < table.columns().size(); column++) {
      if (table.columns().get(column).name().equals(name)) {
        return CellText.of(table.columns().get(column), row.get(column));
      }
    }
    throw new AssertionError(table.id() + " has no column " + name);
  }
}
