package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLineTest {

  private final TimeLine time = new TimeLine();

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T02:13:44.135966Z, ZONED, 2026-11-23T02:13:44.135966Z",
    "2026-11-23T02:13:44Z, ZONED, 2026-11-23T02:13:44Z",
    "2026-11-23T02:13:44.135966+02:00, ZONED, 2026-11-23T00:13:44.135966Z",
    "2026-11-23T02:13:44.135966-05:30, ZONED, 2026-11-23T07:43:44.135966Z",
    "2026-11-23T02:13:44.5, LOCAL, 2026-11-23T02:13:44.5Z",
    "071015 21:43:52, LOCAL, 2007-10-15T21:43:52Z",
    "081127  8:51:20, LOCAL, 2008-11-27T08:51:20Z",
    "081127  8:51:20.25, LOCAL, 2008-11-27T08:51:20.25Z",
    "2024-02-29T00:00:00Z, ZONED, 2024-02-29T00:00:00Z"
  })
  void readsEveryForm(String text, TimeLine.Form form, Instant instant) {
    assertThat(read(text)).isEqualTo(form);
    assertThat(time.micros()).isEqualTo(Micros.of(instant));
    assertThat(time.end()).isEqualTo(text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "margdl",
        "",
        "2026-13-23T02:13:44Z",
        "2026-02-30T02:13:44Z",
        "2026-11-23T25:13:44Z",
        "2026-11-23T02:61:44Z",
        "2026-11-23T02:13:xxZ",
        "2026-11-23T02:13:44+2:00",
        "071015",
        "071315 21:43:52",
        "071015 21.43.52"
      })
  void saysWhenItIsNoTime(String text) {
    assertThat(read(text)).isEqualTo(TimeLine.Form.UNREADABLE);
  }

  @Test
  void theRememberedMinuteIsNotMistakenForAnother() {
    read("2026-11-23T02:13:44Z");
    read("2026-11-23T02:14:44Z");
    assertThat(time.micros()).isEqualTo(Micros.of(Instant.parse("2026-11-23T02:14:44Z")));
    read("2026-12-23T02:14:44Z");
    assertThat(time.micros()).isEqualTo(Micros.of(Instant.parse("2026-12-23T02:14:44Z")));
  }

  private TimeLine.Form read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return time.read(Arrays.copyOf(bytes, bytes.length + Words.PADDING), 0);
  }
}
