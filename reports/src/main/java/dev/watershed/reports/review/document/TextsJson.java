package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.DataTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of texts in the data of a page: each text once, in their order, then which row has
 * which. Long texts are written as the numbers of their phrases.
 */
final class TextsJson {

  private final JsonGenerator json;
  private final Phrases phrases;

  TextsJson(JsonGenerator json, Phrases phrases) {
    this.json = json;
    this.phrases = phrases;
  }

  /** The fields of a column. */
  void column(List<Cell> cells) throws IOException {
    List<String> texts = distinct(cells);
    Map<String, Integer> places = new HashMap<>();
    texts.forEach(text -> places.put(text, places.size()));
    if (isLong(texts)) {
      parts(texts);
    } else {
      json.writeFieldName("texts");
      json.writeArray(texts.toArray(String[]::new), 0, texts.size());
    }
    json.writeArrayFieldStart("values");
    for (Cell cell : cells) {
      if (cell instanceof Cell.Text text) {
        json.writeNumber(places.get(text.text()));
      } else if (cell instanceof Cell.Texts several) {
        json.writeStartArray();
        for (String text : several.texts()) {
          json.writeNumber(places.get(text));
        }
        json.writeEndArray();
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
  }

  /** The phrases of all columns with long texts. */
  static Phrases phrases(List<DataTable> tables) {
    List<String> all = new ArrayList<>();
    for (DataTable table : tables) {
      for (int column = 0; column < table.columns().size(); column++) {
        List<String> texts = distinct(table.cells(column));
        if (isLong(texts)) {
          all.addAll(texts);
        }
      }
    }
    return Phrases.of(all);
  }

  private static List<String> distinct(List<Cell> cells) {
    return cells.stream()
        .flatMap(cell -> CellText.links(cell).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isLong(List<String> texts) {
    return texts.stream().anyMatch(text -> text.length() >= Phrases.LONG);
  }

  private void parts(List<String> texts) throws IOException {
    json.writeArrayFieldStart("parts");
    for (String text : texts) {
      json.writeStartArray();
      for (int number : phrases.numbers(text)) {
        json.writeNumber(number);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
