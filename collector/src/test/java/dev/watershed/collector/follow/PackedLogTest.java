package dev.watershed.collector.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.watershed.collector.slowlog.SlowLogOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedLogTest {

  private static final byte[] LOG =
      "# Time: 2026-11-23T02:13:44.135966Z\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void pack() throws IOException {
    path = Files.write(folder.resolve("slow.log.1.zst"), Zstd.compress(LOG));
  }

  @Test
  void readingBeginsWhereTheStepDoes() throws IOException {
    for (int from : new int[] {0, 1_000, 100_000, LOG.length}) {
      try (OpenLog log = OpenLog.of(step(from))) {
        assertThat(rest(log)).isEqualTo(Arrays.copyOfRange(LOG, from, LOG.length));
      }
    }
  }

  @Test
  void anotherOrAShorterLogIsFoundOut() throws IOException {
    LogPlan.Step beyond = step(LOG.length + 1L);
    assertThatThrownBy(() -> OpenLog.of(beyond)).isInstanceOf(LogChangedException.class);
    LogPlan.Step before = step(0);
    Files.write(path, Zstd.compress(Arrays.copyOfRange(LOG, 1, LOG.length)));
    assertThatThrownBy(() -> OpenLog.of(before))
        .isInstanceOf(LogChangedException.class)
        .hasMessageContaining("is not the file that was read before");
  }

  /** The decoder holds megabytes outside of the heap until it is closed. */
  @Test
  void whatUnpacksIsClosedWithTheFile() throws IOException {
    OpenLog log = OpenLog.of(step(8_000));
    log.close();
    assertThatThrownBy(() -> log.read(new byte[1], 0, 1)).hasMessage("Stream closed");
  }

  private LogPlan.Step step(long from) throws IOException {
    LogFolder.Listing listing =
        new LogFolder(folder.resolve("slow.log"), SlowLogOptions.standard()).list();
    return new LogPlan.Step(listing.files().get(0), from, false, true, false);
  }

  private static byte[] rest(OpenLog log) throws IOException {
    byte[] bytes = new byte[LOG.length];
    int length = 0;
    int count = log.read(bytes, 0, bytes.length);
    while (count > 0) {
      length += count;
      count = log.read(bytes, length, bytes.length - length);
    }
    return Arrays.copyOf(bytes, length);
  }
}
