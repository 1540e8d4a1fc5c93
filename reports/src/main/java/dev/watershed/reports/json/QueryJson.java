package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.query.QuerySink;
import dev.watershed.analyzer.query.QueryValue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The answer of {@code query} as JSON; docs/query.md describes it. */
public final class QueryJson implements QuerySink, AutoCloseable {

  /** The format and its version. */
  public static final String FORMAT = "watershed.query/1";

  private final JsonOutput output;
  private final JsonGenerator json;

  /** Begins the answer; the stream stays open. */
  public QueryJson(OutputStream stream) throws IOException {
    output = new JsonOutput(stream);
    json = output.generator();
    json.writeStartObject();
    output.text("format", FORMAT);
  }

  @Override
  public void columns(List<String> names) throws IOException {
    output.texts("columns", names);
    json.writeArrayFieldStart("rows");
  }

  @Override
  public void row(List<QueryValue> values) throws IOException {
    json.writeStartArray();
    for (QueryValue value : values) {
      write(value);
    }
    json.writeEndArray();
  }

  /** Ends the rows and says whether the limit kept some back. */
  public void end(boolean more) throws IOException {
    json.writeEndArray();
    json.writeBooleanField("more", more);
    json.writeEndObject();
  }

  private void write(QueryValue value) throws IOException {
    if (value instanceof QueryValue.Number number) {
      json.writeNumber(number.text());
    } else if (value instanceof QueryValue.Text text) {
      json.writeString(text.text());
    } else if (value instanceof QueryValue.Flag flag) {
      json.writeBoolean(flag.value());
    } else if (value instanceof QueryValue.Values values) {
      row(values.values());
    } else {
      json.writeNull();
    }
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
