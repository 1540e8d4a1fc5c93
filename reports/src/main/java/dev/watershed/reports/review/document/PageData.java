package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * The data of a page: the bytes of {@link Planes}, and JSON that says what they are, its length in
 * the last four bytes, the lowest first; all of it gzipped (RFC 1952) and printable.
 */
final class PageData {

  private static final MathContext DIGITS = new MathContext(4);
  private static final double WHOLE = 1e15;

  private PageData() {}

  /**
   * The text that a page carries.
   *
   * @param blocks of all sections: their charts and large drawings are in it
   */
  static String of(List<DataTable> tables, List<Block> blocks, PageWords words) throws IOException {
    try (GzipMeanwhile zipped = new GzipMeanwhile()) {
      byte[] json = json(tables, blocks, words, new Planes(zipped));
      zipped.write(json);
      zipped.write(
          ByteBuffer.allocate(Integer.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(json.length)
              .array());
      return PrintableBytes.of(zipped.finished());
    }
  }

  private static byte[] json(
      List<DataTable> tables, List<Block> blocks, PageWords words, Planes planes)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeObjectFieldStart("words");
      for (Map.Entry<String, String> word : words.ofScript().entrySet()) {
        json.writeStringField(word.getKey(), word.getValue());
      }
      json.writeEndObject();
      List<TableColumns> columns = TableColumns.of(tables);
      PageTexts texts = PageTexts.of(columns, planes);
      texts.write(json);
      json.writeArrayFieldStart("tables");
      for (TableColumns table : columns) {
        table(table, texts, planes, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("charts");
      for (Block block : blocks) {
        if (block instanceof Block.TimeChart chart) {
          chart(chart, json);
        }
      }
      json.writeEndArray();
      json.writeObjectFieldStart("figures");
      for (Block block : blocks) {
        if (block instanceof Block.Figure figure && figure.large()) {
          json.writeStringField(figure.title(), figure.svg());
        }
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void table(
      TableColumns columns, PageTexts texts, Planes planes, JsonGenerator json) throws IOException {
    DataTable table = columns.table();
    json.writeStartObject();
    json.writeStringField("id", table.id());
    json.writeStringField("title", table.title());
    json.writeStringField("entity", table.entity());
    json.writeNumberField("rows", table.rows().size());
    json.writeArrayFieldStart("columns");
    for (int position = 0; position < table.columns().size(); position++) {
      DataColumn column = table.columns().get(position);
      json.writeStartObject();
      json.writeStringField("name", column.name());
      json.writeStringField("label", column.label());
      json.writeStringField("kind", column.kind().name());
      json.writeStringField("target", column.target());
      json.writeBooleanField("listed", column.listed());
      PageColumn values = columns.columns().get(position);
      if (values instanceof TextColumn textual) {
        texts.write(textual, json);
      } else if (values instanceof NumberColumn numbers) {
        numbers.write(planes, json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
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
