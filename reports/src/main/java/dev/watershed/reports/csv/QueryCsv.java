package dev.watershed.reports.csv;

import dev.watershed.analyzer.query.QuerySink;
import dev.watershed.analyzer.query.QueryValue;
import dev.watershed.reports.QueryText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The answer of {@code query} as CSV. */
public final class QueryCsv implements QuerySink {

  private final OutputStream stream;

  public QueryCsv(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void columns(List<String> names) throws IOException {
    line(names);
  }

  @Override
  public void row(List<QueryValue> values) throws IOException {
    line(values.stream().map(value -> QueryText.of(value, "")).toList());
  }

  private void line(List<String> fields) throws IOException {
    String line =
        fields.stream().map(QueryCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    stream.write(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
