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
import org.junit.jupiter.api.Test;

/** Rows of numbers in bytes. */
class PlanesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void theLowestBytesComeFirst() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Planes planes = new Planes(bytes);
    String json = json(planes, List.of(1L, 258L, 65_536L));
    assertThat(json).isEqualTo("{\"row\":[0,3,3]}");
    assertThat(bytes.toByteArray()).containsExactly(1, 2, 0, 0, 1, 0, 0, 0, 1);
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
  void zerosTakeNothing() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Planes planes = new Planes(bytes);
    assertThat(json(planes, List.of(0L, 0L))).isEqualTo("{\"row\":[0,2,0]}");
    assertThat(bytes.toByteArray()).isEmpty();
  }

  @Test
  void theLargestWholeNumberOfAScriptFits() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Planes planes = new Planes(bytes);
    assertThat(json(planes, List.of(1L << 53))).isEqualTo("{\"row\":[0,1,7]}");
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
