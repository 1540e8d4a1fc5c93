package dev.watershed.collector.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.follow.FinishedLogs.FinishedLog;
import dev.watershed.collector.slowlog.CarriedState;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CursorBytesTest {

  private static final LogCursor FULL =
      new LogCursor(
          new LogPosition(
              new LogIdentity(4_096, 0x0123456789ABCDEFL),
              1L << 40,
              new FinishedLogs(
                  List.of(
                      new FinishedLog(new LogIdentity(180, -1), FinishedLogs.NOTHING),
                      new FinishedLog(new LogIdentity(4_096, 7), 1_795_476_963_000_000L)),
                  12)),
          new CarriedState(
              "büchung",
              OptionalLong.of(1_795_476_963_027_229L),
              99,
              OptionalLong.of(1_795_476_600_000_000L),
              new byte[] {0, 0}));

  private static final LogCursor EMPTY =
      new LogCursor(
          new LogPosition(new LogIdentity(1, 0), 0, FinishedLogs.NONE), CarriedState.start());

  /** The bytes that version 1 wrote: every later version has to read them. */
  private static final String VERSION_1 = "010100000000000000000000000000000000000000000003c12191";

  static List<LogCursor> cursors() {
    return List.of(FULL, EMPTY);
  }

  @ParameterizedTest
  @MethodSource("cursors")
  void cursorsComeBack(LogCursor cursor) throws DamagedBytesException {
    assertThat(CursorBytes.decode(CursorBytes.encode(cursor))).isEqualTo(cursor);
  }

  @Test
  void theBytesOfVersionOneAreRead() throws DamagedBytesException {
    assertThat(HexFormat.of().formatHex(CursorBytes.encode(EMPTY))).isEqualTo(VERSION_1);
    assertThat(CursorBytes.decode(HexFormat.of().parseHex(VERSION_1))).isEqualTo(EMPTY);
  }

  @Test
  void anyDamageIsNoticed() {
    byte[] bytes = CursorBytes.encode(FULL);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CursorBytes.decode(cut)).isInstanceOf(DamagedBytesException.class);
    }
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 4;
      assertThatThrownBy(() -> CursorBytes.decode(changed))
          .as("byte %d", at)
          .isInstanceOf(DamagedBytesException.class);
    }
  }

  @Test
  void aNewerVersionIsNamed() {
    byte[] bytes = CursorBytes.encode(FULL);
    bytes[0] = 2;
    assertThatThrownBy(() -> CursorBytes.decode(bytes))
        .hasMessageStartingWith("a cursor of version 2; this Watershed reads version 1: go on");
  }
}
