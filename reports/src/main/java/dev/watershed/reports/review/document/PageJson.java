package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Sparkline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The data of a page: tables column by column, gzipped (RFC 1952) and printable. Texts that repeat
 * are written once, long ones as phrases. Numbers have six digits: more than a page shows.
 */
final class PageJson {

  private static final MathContext DIGITS = new MathContext(6);
  private static final double WHOLE = 1e15;

  private PageJson() {}

  /** The text that a page carries. */
  static String of(List<DataTable> tables, List<Block.TimeChart> charts, PageWords words)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zipped = new Zipped(bytes);
        JsonGenerator json = new JsonFactory().createGenerator(zipped)) {
      json.writeStartObject();
      json.writeObjectFieldStart("words");
      for (Map.Entry<String, String> word : words.ofScript().entrySet()) {
        json.writeStringField(word.getKey(), word.getValue());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("tables");
      Phrases phrases = TextsJson.phrases(tables);
      for (DataTable table : tables) {
        table(table, phrases, json);
      }
      json.writeEndArray();
      phrases.write(json);
      json.writeArrayFieldStart("charts");
      for (Block.TimeChart chart : charts) {
        chart(chart, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return PrintableBytes.of(bytes.toByteArray());
  }

  /** The best compression: a page is written once and mailed often. */
  private static final class Zipped extends GZIPOutputStream {
    Zipped(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  private static void table(DataTable table, Phrases phrases, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", table.id());
    json.writeStringField("title", table.title());
    json.writeStringField("entity", table.entity());
    json.writeNumberField("rows", table.rows().size());
    json.writeArrayFieldStart("columns");
    for (int column = 0; column < table.columns().size(); column++) {
      column(table, column, phrases, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void column(DataTable table, int position, Phrases phrases, JsonGenerator json)
      throws IOException {
    DataColumn column = table.columns().get(position);
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("label", column.label());
    json.writeStringField("kind", column.kind().name());
    json.writeStringField("target", column.target());
    json.writeBooleanField("listed", column.listed());
    List<Cell> cells = table.cells(position);
    if (cells.stream().anyMatch(cell -> cell instanceof Cell.Text || cell instanceof Cell.Texts)) {
      new TextsJson(json, phrases).column(cells);
    } else {
      json.writeArrayFieldStart("values");
      for (Cell cell : cells) {
        number(drawn(column.kind(), cell), json);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** As much of a value as is drawn of it. */
  private static Cell drawn(ColumnKind kind, Cell cell) {
    return switch (kind) {
      case SERIES -> Sparkline.heights(cell);
      case HISTOGRAM -> LatencyBars.of(cell);
      default -> cell;
    };
  }

  private static void number(Cell cell, JsonGenerator json) throws IOException {
    if (cell instanceof Cell.Number number) {
      number(number.value(), json);
    } else if (cell instanceof Cell.Numbers numbers) {
      json.writeStartArray();
      for (double value : numbers.values()) {
        number(value, json);
      }
      json.writeEndArray();
    } else {
      json.writeNull();
    }
  }

  private static void number(double value, JsonGenerator json) throws IOException {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      json.writeNull();
    } else if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString());
    }
  }

  private static void chart(Block.TimeChart chart, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", chart.id());
    json.writeStringField("unit", chart.unit());
    json.writeNumberField("start", chart.startSeconds());
    json.writeNumberField("step", chart.stepSeconds());
    json.writeArrayFieldStart("lines");
    for (Block.TimeChart.Line line : chart.lines()) {
      json.writeStartObject();
      json.writeStringField("label", line.label());
      json.writeArrayFieldStart("values");
      for (double value : line.values()) {
        number(value, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("marks");
    for (Block.TimeChart.Mark mark : chart.marks()) {
      json.writeStartObject();
      json.writeStringField("label", mark.label());
      json.writeNumberField("from", mark.fromSeconds());
      json.writeNumberField("until", mark.untilSeconds());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
