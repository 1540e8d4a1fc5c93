package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveSourceTest {

  private static final byte[] LOG = "# Time: ".repeat(40_000).getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", ".gz", ".zst"})
  void theFirstBytesAreThoseOfTheLog(String packing) throws IOException {
    Path file = Files.write(folder.resolve("slow.log" + packing), packed(packing));
    try (ArchiveSource source = ArchiveSource.of(file)) {
      assertThat(source.first(100)).isEqualTo(Arrays.copyOf(LOG, 100));
    }
    try (ArchiveSource source = ArchiveSource.of(file)) {
      assertThat(source.first(LOG.length + 1)).isEqualTo(LOG);
      assertThat(source.damage()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".gz", ".zst"})
  void whatStandsBeforeADamageCounts(String packing) throws IOException {
    byte[] whole = packed(packing);
    Path file = folder.resolve("slow.log" + packing);
    Files.write(file, Arrays.copyOf(whole, whole.length - 6));
    try (ArchiveSource source = ArchiveSource.of(file)) {
      byte[] before = source.first(LOG.length + 1);
      assertThat(source.damage()).isPresent();
      assertThat(before).isEqualTo(Arrays.copyOf(LOG, before.length));
      assertThat(source.first(1)).isEmpty();
    }
  }

  /** A decoder of zstd holds megabytes until then. */
  @Test
  void theStreamIsClosedWithIt() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    new ArchiveSource(
            new ByteArrayInputStream(LOG) {
              @Override
              public void close() {
                closed.set(true);
              }
            })
        .close();
    assertThat(closed).isTrue();
  }

  private static byte[] packed(String packing) throws IOException {
    if (packing.equals(".zst")) {
      return Zstd.compress(LOG);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
      stream.write(LOG);
    }
    return packing.isEmpty() ? LOG : bytes.toByteArray();
  }
}
