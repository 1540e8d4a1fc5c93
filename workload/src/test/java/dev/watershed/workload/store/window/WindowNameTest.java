package dev.watershed.workload.store.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowNameTest {

  @ParameterizedTest
  @CsvSource({
    "SLOT, slowlog, 2026-11-23T10:15:00Z, 7,  20261123T101500Z-slot-slowlog-7.window",
    "HOUR, pfs,     2026-11-23T10:00:00Z, 0,  20261123T100000Z-hour-pfs-0.window",
    "DAY,  slowlog, 1969-12-31T00:00:00Z, 12, 19691231T000000Z-day-slowlog-12.window",
  })
  void aFileNameSaysEverything(
      WindowLevel level, String source, Instant start, long sequence, String fileName) {
    WindowName name = new WindowName("db", source, level, start, sequence);
    assertThat(name.fileName()).isEqualTo(fileName);
    assertThat(WindowName.of("db", fileName)).isEqualTo(Optional.of(name));
    assertThat(name.end()).isEqualTo(start.plus(level.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".unfinished-20261123T101500Z-slot-slowlog-7.window",
        "20261123T101500Z-slot-slowlog-7.window.bak",
        "20261123T101600Z-slot-slowlog-7.window",
        "20261123T101500Z-week-slowlog-7.window",
        "20261323T101500Z-slot-slowlog-7.window",
        "20261123T101500Z-slot-SLOW-7.window",
        "20261123T101500Z-slot-slowlog-99999999999999999999.window",
        "notes.txt",
      })
  void otherFilesAreNoWindows(String fileName) {
    assertThat(WindowName.of("db", fileName)).isEmpty();
  }

  @Test
  void aWindowBeginsWhereOneCan() {
    Instant odd = Instant.parse("2026-11-23T10:16:00Z");
    assertThatThrownBy(() -> new WindowName("db", "slowlog", WindowLevel.SLOT, odd, 0))
        .hasMessageContaining("no slot begins at");
  }

  @ParameterizedTest
  @CsvSource({
    "booking-1, booking-1",
    "db.example.com, db.example.com",
    ".., %2E.",
    "../x, %2E.%2Fx",
    "a b%, a%20b%25",
    "日本, %E6%97%A5%E6%9C%AC",
  })
  void anyServerHasAFolder(String server, String folder) {
    assertThat(ServerFolder.of(server)).isEqualTo(folder);
    assertThat(ServerFolder.serverOf(folder)).isEqualTo(server);
    assertThat(ServerFolder.isOne(folder)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".DS_Store", "lost+found", "db 1", "100%", "%zz", "%2", "%2e", "%+5", "日本"})
  void otherFoldersAreNoServers(String folder) {
    assertThat(ServerFolder.isOne(folder)).isFalse();
  }
}
