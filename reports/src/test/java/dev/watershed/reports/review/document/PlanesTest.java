package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rows of numbers in bytes. */
class PlanesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void theLowestBytesComeFirst() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Planes planes = new Planes(bytes);
    String json = json(planes, List.of(1L, 259L, 65_537L));
    assertThat(json).isEqualTo("{\"row\":[0,3,3,1]}");
    assertThat(bytes.toByteArray()).containsExactly(0, 2, 0, 0, 1, 0, 0, 0, 1);
  }

  @Test
  void theBytesOfNumbersThatRepeatInRunsStayTogether() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Planes planes = new Planes(bytes);
    StringWriter written = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(written)) {
      json.writeStartObject();
      planes.addRuns("row", LongStream.of(0, 258, 513), json);
      json.writeEndObject();
    }
    assertThat(written).hasToString("{\"row\":[0,3,2,0,1]}");
    assertThat(bytes.toByteArray()).containsExactly(0, 0, 2, 1, 1, 2);
    assertThat(ReadPlanes.of(bytes.toByteArray(), MAPPER.readTree(written.toString()).get("row")))
        .containsExactly(0, 258, 513);
  }

  @Test
  void rowsFollowEachOther() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Planes planes = new Planes(bytes);
    json(planes, List.of(7L, 8L));
    JsonNode second = MAPPER.readTree(json(planes, List.of(300L, 0L, 65_535L))).get("row");
    assertThat(ReadPlanes.of(bytes.toByteArray(), second)).containsExactly(300, 0, 65_535);
  }

  @Test
  void whatIsTheSameEverywhereTakesNothing() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Planes planes = new Planes(bytes);
    assertThat(json(planes, List.of(7L, 7L))).isEqualTo("{\"row\":[0,2,0,7]}");
    assertThat(bytes.toByteArray()).isEmpty();
  }

  @Test
  void theLargestWholeNumberOfAScriptFits() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Planes planes = new Planes(bytes);
    assertThat(json(planes, List.of(0L, 1L << 53))).isEqualTo("{\"row\":[0,2,7,0]}");
  }

  @Test
  void numbersBelowNothingAreRefused() {
    assertThatThrownBy(() -> json(new Planes(new ByteArrayOutputStream()), List.of(-1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row: -1");
  }

  private static String json(Planes planes, List<Long> numbers) throws IOException {
    StringWriter written = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(written)) {
      json.writeStartObject();
      planes.add("row", numbers.stream().mapToLong(Long::longValue), json);
      json.writeEndObject();
    }
    return written.toString();
  }
}
