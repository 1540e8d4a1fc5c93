package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as the data of a page has them. */
class NumberColumnTest {

  private static final int UNKNOWN = 255;
  private static final int NO_TENS = 127;

  /** Digits and tens, 12 and 3 of 12,000, of each column. */
  private record Written(List<Integer> lengths, List<Integer> digits, List<Integer> tens) {}

  @ParameterizedTest
  @CsvSource({
    "COUNT,  12345678,     12345678,  0",
    "COUNT,  0,            0,         0",
    "COUNT,  -3,           -3,        0",
    "MICROS, 12345678,     12345678,  0",
    "MICROS, 12345.678,    123457,   -1",
    "MICROS, 7000,         7,         3",
    "RATIO,  20.5,         205,      -1",
    "RATIO,  -20.5,        -205,     -1",
    "SHARE,  0.0001234567, 1235,     -7",
    "SHARE,  1,            1,         0",
    "RATE,   1e-200,       0,         0",
    "BYTES,  1e12,         1,        12"
  })
  void wholeOnesAreExactAndOthersAsPreciseAsAPage(
      ColumnKind kind, double value, int digits, int tens) throws IOException {
    Written written = written(kind, Cell.of(value));
    assertThat(written.digits()).containsExactly(digits < 0 ? -2 * digits - 1 : 2 * digits);
    assertThat(written.tens()).containsExactly(NO_TENS + tens);
  }

  @Test
  void whatIsUnknownIsNotNothing() throws IOException {
    Written written =
        written(
            ColumnKind.COUNT, Cell.unknown(), Cell.of(Double.NaN), Cell.of(0), Cell.of(1 / 0.0));
    assertThat(written.tens()).containsExactly(UNKNOWN, UNKNOWN, NO_TENS, UNKNOWN);
  }

  @Test
  void seriesSayHowLongTheyAre() throws IOException {
    Written written =
        written(
            ColumnKind.SERIES,
            Cell.series(List.of(1.0, 2.0, Double.NaN)),
            Cell.unknown(),
            Cell.series(List.of()),
            Cell.series(List.of(0.0)));
    assertThat(written.lengths()).containsExactly(4, 0, 1, 2);
    assertThat(written.digits()).containsExactly(18, 36, 0, 0);
    assertThat(written.tens()).containsExactly(NO_TENS, NO_TENS, UNKNOWN, NO_TENS);
  }

  private static Written written(ColumnKind kind, Cell... cells) throws IOException {
    StringWriter text = new StringWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Planes planes = new Planes(bytes);
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      NumberColumn.of(kind, List.of(cells)).write(planes, json);
      json.writeEndObject();
    }
    JsonNode json = new ObjectMapper().readTree(text.toString());
    List<List<Integer>> rows =
        Stream.of("lengths", "digits", "tens")
            .map(
                field ->
                    json.has(field)
                        ? ReadPlanes.of(bytes.toByteArray(), json.get(field))
                        : List.<Integer>of())
            .toList();
    return new Written(rows.get(0), rows.get(1), rows.get(2));
  }
}
