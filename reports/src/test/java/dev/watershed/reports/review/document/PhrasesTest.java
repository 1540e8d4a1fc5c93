package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Phrases that long texts share. */
class PhrasesTest {

  private static final List<String> WORDS =
      List.of(
          "SELECT",
          "a.x",
          "a.y",
          "b.x",
          ",",
          "",
          "FROM",
          ".",
          "1.5",
          "\uD83D\uDE00",
          "\uD83D\uDE01.z");

  @Test
  void columnsOfATableAreOnePhrase() throws IOException {
    Phrases phrases =
        Phrases.of(List.of("SELECT a.x AS p, a.y AS q, b.x AS r FROM t", "DO a.x AS p, a.y AS q,"));
    assertThat(read(phrases))
        .containsExactly("DO", "SELECT", "a.x AS p, a.y AS q,", "b.x AS r FROM t");
    assertThat(phrases.numbers("SELECT a.x AS p, a.y AS q, b.x AS r FROM t"))
        .containsExactly(1, 2, 3);
  }

  @Test
  void everyTextIsItsPhrasesWithSpacesBetween() throws IOException {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int text = 0; text < 500; text++) {
      texts.add(
          random
              .ints(random.nextInt(12), 0, WORDS.size())
              .mapToObj(WORDS::get)
              .collect(Collectors.joining(" ")));
    }
    Phrases phrases = Phrases.of(texts);
    List<String> all = read(phrases);
    for (String text : texts) {
      assertThat(phrases.numbers(text).stream().map(all::get).collect(Collectors.joining(" ")))
          .isEqualTo(text);
    }
  }

  /** What the script reads. */
  private static List<String> read(Phrases phrases) throws IOException {
    StringWriter written = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(written)) {
      json.writeStartObject();
      phrases.write(json);
      json.writeEndObject();
    }
    List<Integer> shared = new ArrayList<>();
    List<String> all = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(written.toString())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
          shared.add(parser.getIntValue());
        } else if (token == JsonToken.VALUE_STRING) {
          String before = all.isEmpty() ? "" : all.get(all.size() - 1);
          all.add(before.substring(0, shared.get(all.size())) + parser.getText());
        }
      }
    }
    return all;
  }
}
