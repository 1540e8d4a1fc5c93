package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricRunsTest {

  private static final String LINE = "Time: 0.5 Errno: 0 Killed: 0 Read_first: 0 Read_key: 3\n";
  private static final int ERRNO = 1;
  private static final int READ_FIRST = 3;
  private static final int READ_KEY = 4;

  private final MetricRuns runs = new MetricRuns(8);

  @BeforeEach
  void learn() {
    for (int line = 0; line < 8; line++) {
      for (int key = 0; key <= READ_KEY; key++) {
        if (line == 0) {
          runs.replaced(key, 1L << key);
        }
        runs.saw(key, key >= ERRNO && key <= READ_FIRST);
      }
    }
    assertThat(runs.changed()).isTrue();
    learn(LINE);
  }

  private void learn(String line) {
    byte[] bytes = padded(line);
    List<Integer> keys = new ArrayList<>();
    for (int at = 0; at >= 0; at = line.indexOf(' ', line.indexOf(' ', at) + 1)) {
      at = at == 0 ? 0 : at + 1;
      keys.add(at);
    }
    int[] starts = keys.stream().mapToInt(Integer::intValue).toArray();
    int[] values = keys.stream().mapToInt(at -> line.indexOf(' ', at) + 1).toArray();
    runs.learn(bytes, 0, line.length(), starts, values, starts.length);
  }

  private static byte[] padded(String text) {
    byte[] bytes = new byte[text.length() + Words.PADDING];
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, text.length());
    return bytes;
  }

  private int match(String text, int key) {
    return runs.match(padded(text), 0, text.length(), key);
  }

  @Test
  void aRunGoesFromAKeyToTheNextValueThatIsNoZero() {
    String run = "Errno: 0 Killed: 0 Read_first: 0 Read_key: ";
    assertThat(runs.end(ERRNO)).isEqualTo(READ_KEY);
    assertThat(runs.length(ERRNO)).isEqualTo(run.length());
    assertThat(match(run + "17", ERRNO)).isEqualTo(run.length());
    assertThat(runs.bits(ERRNO, READ_KEY)).isEqualTo(0b1110);
  }

  @Test
  void aRunBeginsAtEachOfItsKeys() {
    String run = "Read_first: 0 Read_key: ";
    assertThat(runs.length(READ_FIRST)).isEqualTo(run.length());
    assertThat(match(run + "3", READ_FIRST)).isEqualTo(run.length());
  }

  @Test
  void anotherValueInsideEndsTheMatchAtItsKey() {
    int equal = match("Errno: 0 Killed: 0 Read_first: 7 Read_key: 3", ERRNO);
    assertThat(equal).isEqualTo("Errno: 0 Killed: 0 Read_first: ".length());
    assertThat(runs.differing(ERRNO, equal)).isEqualTo(READ_FIRST);
    assertThat(runs.distance(ERRNO, READ_FIRST)).isEqualTo("Errno: 0 Killed: 0 ".length());
  }

  @Test
  void aLongerNumberThatBeginsWithZeroIsNotOne() {
    int equal = match("Errno: 0 Killed: 01 Read_first: 0 Read_key: 3", ERRNO);
    assertThat(runs.differing(ERRNO, equal)).isEqualTo(ERRNO + 1);
  }

  @Test
  void nothingMatchesBeyondTheLimitOrWithoutARun() {
    String run = "Errno: 0 Killed: 0 Read_first: 0 Read_key: ";
    assertThat(runs.match(padded(run), 0, run.length() - 1, ERRNO)).isZero();
    assertThat(match(LINE, READ_KEY + 1)).isZero();
  }

  @Test
  void aKeyWithOtherValuesLeavesItsRuns() {
    for (int i = 0; i < 3; i++) {
      assertThat(runs.changed()).isFalse();
      runs.saw(READ_FIRST, false);
    }
    assertThat(runs.changed()).isTrue();
    learn(LINE);
    assertThat(runs.end(ERRNO)).isEqualTo(READ_FIRST);
  }

  @Test
  void anotherKeyAtAPositionEndsAllRuns() {
    runs.replaced(READ_KEY, 0);
    assertThat(runs.length(ERRNO)).isZero();
    assertThat(runs.changed()).isTrue();
  }
}
