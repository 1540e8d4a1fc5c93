package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts as the data of a page has them. */
class PageTextsTest {

  private static final DataTable TABLES =
      new DataTable(
          "tables",
          "Tables",
          "table",
          List.of(
              DataColumn.of("table", "Table", ColumnKind.TEXT),
              DataColumn.of("state", "State", ColumnKind.TEXT)),
          List.of(
              List.of(Cell.of("shop.orders"), Cell.of("busy")),
              List.of(Cell.of("shop.carts"), Cell.unknown()),
              List.of(Cell.of("shop.items"), Cell.of("busy"))));

  private static final DataTable FINDINGS =
      new DataTable(
          "findings",
          "Findings",
          "finding",
          List.of(
              DataColumn.of("id", "Id", ColumnKind.TEXT),
              DataColumn.link("tables", "Tables", ColumnKind.LINKS, "table")),
          List.of(
              List.of(Cell.of("00ff00ff12345678"), Cell.of(List.of("shop.items", "shop.orders"))),
              List.of(Cell.of("fedcba9876543210"), Cell.unknown()),
              List.of(Cell.of("0000000000000000"), Cell.of(List.of()))));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Planes planes = new Planes(bytes);

  @Test
  void namesOfThingsAreWrittenOnce() throws IOException {
    JsonNode pool = json().get("pools").get("table");
    assertThat(pool.get("texts"))
        .extracting(JsonNode::asText)
        .containsExactly("shop.orders", "shop.carts", "shop.items");
  }

  @Test
  void idsAreNumbers() throws IOException {
    JsonNode pool = json().get("pools").get("finding");
    assertThat(ReadPlanes.of(bytes.toByteArray(), pool.get("high")))
        .containsExactly(0x00ff00ff, 0xfedcba98, 0);
    assertThat(ReadPlanes.of(bytes.toByteArray(), pool.get("low")))
        .containsExactly(0x12345678, 0x76543210, 0);
  }

  @Test
  void rowsWithTheTextOfTheirOwnPlaceSayNothing() throws IOException {
    JsonNode names = json().get("tables");
    assertThat(names.has("places")).isFalse();
    assertThat(names.get("pool").asText()).isEqualTo("table");
  }

  @Test
  void whatIsUnknownIsNoText() throws IOException {
    JsonNode states = json().get("states");
    assertThat(states.get("texts")).extracting(JsonNode::asText).containsExactly("busy");
    assertThat(ReadPlanes.of(bytes.toByteArray(), states.get("places"))).containsExactly(1, 0, 1);
  }

  @Test
  void severalTextsSayHowManyTheyAre() throws IOException {
    JsonNode links = json().get("links");
    assertThat(ReadPlanes.of(bytes.toByteArray(), links.get("lengths"))).containsExactly(3, 0, 1);
    assertThat(ReadPlanes.of(bytes.toByteArray(), links.get("places"))).containsExactly(2, 0);
  }

  private JsonNode json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      PageTexts texts = PageTexts.of(TableColumns.of(List.of(TABLES, FINDINGS)), planes);
      texts.write(json);
      column("tables", TABLES, 0, texts, json);
      column("states", TABLES, 1, texts, json);
      column("links", FINDINGS, 1, texts, json);
      json.writeEndObject();
    }
    return new ObjectMapper().readTree(text.toString());
  }

  private static void column(
      String field, DataTable table, int position, PageTexts texts, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(field);
    texts.write(TextColumn.of(table, position).orElseThrow(), json);
    json.writeEndObject();
  }
}
