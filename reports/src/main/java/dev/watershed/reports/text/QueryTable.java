package dev.watershed.reports.text;

import dev.watershed.analyzer.query.QuerySink;
import dev.watershed.analyzer.query.QueryValue;
import dev.watershed.reports.QueryText;
import dev.watershed.reports.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The answer of {@code query} for people: columns as wide as their first rows need. */
public final class QueryTable implements QuerySink {

  private static final int ROWS_TO_MEASURE = 1_000;
  private static final int WIDEST = 80;
  private static final String GAP = "  ";

  private final OutputStream stream;
  private final List<List<String>> measured = new ArrayList<>();
  private final List<Boolean> numbers = new ArrayList<>();
  private List<String> names = List.of();
  private int[] widths = {};

  public QueryTable(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void columns(List<String> columns) {
    names = columns.stream().map(VisibleText::of).toList();
    names.forEach(name -> numbers.add(true));
  }

  @Override
  public void row(List<QueryValue> values) throws IOException {
    List<String> texts =
        values.stream().map(value -> VisibleText.of(QueryText.of(value, "-"))).toList();
    if (widths.length > 0) {
      line(texts);
      return;
    }
    measured.add(texts);
    for (int i = 0; i < values.size(); i++) {
      boolean number =
          values.get(i) instanceof QueryValue.Number || values.get(i) instanceof QueryValue.Unknown;
      numbers.set(i, numbers.get(i) && number);
    }
    if (measured.size() == ROWS_TO_MEASURE) {
      flush();
    }
  }

  /** Writes what waits to be measured. Call it after the last row. */
  public void flush() throws IOException {
    if (widths.length > 0) {
      return;
    }
    widths = new int[names.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int widest =
          measured.stream().mapToInt(row -> DisplayWidth.of(row.get(column))).max().orElse(0);
      widths[i] = Math.max(DisplayWidth.of(names.get(i)), Math.min(WIDEST, widest));
    }
    line(names);
    for (List<String> row : measured) {
      line(row);
    }
  }

  private void line(List<String> texts) throws IOException {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      boolean last = i == texts.size() - 1;
      if (numbers.get(i)) {
        cells.add(DisplayWidth.right(texts.get(i), widths[i]));
      } else {
        cells.add(last ? texts.get(i) : DisplayWidth.left(texts.get(i), widths[i]));
      }
    }
    stream.write((String.join(GAP, cells).stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
