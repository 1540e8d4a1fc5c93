package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A column of texts in the data of a page: which row has which text of a list.
 *
 * @param cells of each row
 * @param pool what kind of thing the texts are names of, whose list the columns that name such
 *     things share; empty for a list of its own
 * @param texts each once, as they come
 */
record TextColumn(List<Cell> cells, Optional<String> pool, List<String> texts)
    implements PageColumn {

  TextColumn {
    cells = List.copyOf(cells);
    texts = List.copyOf(texts);
  }

  /** A column of a table; empty if it has no text. */
  static Optional<TextColumn> of(DataTable table, int position) {
    List<Cell> cells = table.cells(position);
    if (cells.stream().noneMatch(cell -> cell instanceof Cell.Text || cell instanceof Cell.Texts)) {
      return Optional.empty();
    }
    DataColumn column = table.columns().get(position);
    boolean link = column.kind() == ColumnKind.LINK || column.kind() == ColumnKind.LINKS;
    String pool = link ? column.target() : position == 0 ? table.entity() : "";
    return Optional.of(
        new TextColumn(cells, pool.isEmpty() ? Optional.empty() : Optional.of(pool), texts(cells)));
  }

  private static List<String> texts(List<Cell> cells) {
    Set<String> texts = new LinkedHashSet<>();
    cells.forEach(cell -> texts.addAll(CellText.links(cell)));
    return List.copyOf(texts);
  }

  /**
   * Writes which row has which text of a list: one more than its place, and 0 for what is unknown;
   * where rows have several, how many in the same manner, and all places. Writes nothing where each
   * row has the text of its own place.
   */
  void write(List<String> texts, Planes planes, JsonGenerator json) throws IOException {
    Map<String, Integer> places = new HashMap<>();
    texts.forEach(text -> places.put(text, places.size()));
    LongStream.Builder lengths = LongStream.builder();
    LongStream.Builder all = LongStream.builder();
    boolean several = cells.stream().anyMatch(Cell.Texts.class::isInstance);
    boolean own = !several;
    for (int row = 0; row < cells.size(); row++) {
      Cell cell = cells.get(row);
      own &= cell instanceof Cell.Text text && places.get(text.text()) == row;
      List<String> names = CellText.links(cell);
      lengths.add(cell instanceof Cell.Unknown ? 0 : names.size() + 1L);
      names.forEach(name -> all.add(places.get(name) + (several ? 0 : 1)));
      if (!several && names.isEmpty()) {
        all.add(0L);
      }
    }
    if (own) {
      return;
    }
    if (several) {
      planes.add("lengths", lengths.build(), json);
    }
    planes.add("places", all.build(), json);
  }
}
