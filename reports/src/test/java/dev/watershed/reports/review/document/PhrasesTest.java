package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phrases that long texts share, as they are written and read again. */
class PhrasesTest {

  private static final List<String> WORDS =
      List.of(
          "SELECT",
          "a.x",
          "a.y",
          "b1_.x,",
          "b1_.y AS y2_1_",
          "b12_.y AS y2_12_",
          ",",
          "",
          "FROM",
          ".",
          "1.5",
          "007",
          "$0",
          "\\",
          "\uD83D\uDE00",
          "\uD83D\uDE01.z");

  @Test
  void aListOfColumnsIsOnePhraseWhateverTheAlias() throws IOException {
    List<String> texts =
        List.of(
            "SELECT a1_.x AS x1_7_1_, a1_.y AS y2_7_1_ FROM s.a a1_",
            "SELECT a12_.x AS x1_7_2_, a12_.y AS y2_7_2_ FROM s.a a12_");
    JsonNode written = written(texts);
    assertThat(written.get("rests"))
        .extracting(JsonNode::asText)
        .hasSize(3)
        .anyMatch(rest -> rest.endsWith("x AS x1_7_\u00010_, \u0002.y AS y2_7_\u00010_ FROM"));
    assertThat(read(written)).isEqualTo(texts);
  }

  @ParameterizedTest(name = "up to {0} words")
  @ValueSource(ints = {12, 80})
  void everyTextIsReadAsItWas(int words) throws IOException {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int text = 0; text < 500; text++) {
      texts.add(
          random
              .ints(random.nextInt(words), 0, WORDS.size())
              .mapToObj(WORDS::get)
              .collect(Collectors.joining(" ")));
    }
    assertThat(read(written(texts))).isEqualTo(texts);
  }

  private static JsonNode written(List<String> texts) throws IOException {
    StringWriter written = new StringWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Planes planes = new Planes(bytes);
    try (JsonGenerator json = new JsonFactory().createGenerator(written)) {
      json.writeStartObject();
      Phrases phrases = Phrases.of(texts);
      phrases.write(json);
      phrases.write(texts, planes, json);
      json.writeBinaryField("bytes", bytes.toByteArray());
      json.writeEndObject();
    }
    return new ObjectMapper().readTree(written.toString());
  }

  /** What the script reads. */
  private static List<String> read(JsonNode json) throws IOException {
    List<String> templates = new ArrayList<>();
    String pattern = "";
    for (int at = 0; at < json.get("rests").size(); at++) {
      pattern =
          pattern.substring(0, json.get("shared").get(at).asInt())
              + json.get("rests").get(at).asText();
      for (String numbers : json.get("numbers").get(at).asText().split(";", -1)) {
        String[] values = numbers.split(" ", -1);
        String template = pattern;
        // From the last on: the tenth place begins as the first does.
        for (int place = values.length - 1; place >= 0; place--) {
          template = template.replace("\u0001" + place, values[place]);
        }
        templates.add(template);
      }
    }
    byte[] bytes = json.get("bytes").binaryValue();
    JsonNode column = json.get("long");
    List<Integer> numbers = ReadPlanes.of(bytes, column.get("templates"));
    List<Integer> qualifiers = ReadPlanes.of(bytes, column.get("qualifiers"));
    List<Integer> places = ReadPlanes.of(bytes, column.get("places"));
    List<Integer> met = ReadPlanes.of(bytes, column.get("met"));
    List<String> texts = new ArrayList<>();
    int piece = 0;
    int first = 0;
    for (int pieces : ReadPlanes.of(bytes, column.get("pieces"))) {
      List<String> phrases = new ArrayList<>();
      for (int end = piece + pieces; piece < end; piece++) {
        String qualifier =
            json.get("qualifiers").get(qualifiers.get(first + places.get(piece))).asText();
        phrases.add(templates.get(numbers.get(piece)).replace("\u0002", qualifier));
      }
      first += met.get(texts.size());
      texts.add(String.join(" ", phrases));
    }
    return texts;
  }
}
