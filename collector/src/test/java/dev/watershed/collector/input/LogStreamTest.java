package dev.watershed.collector.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.watershed.collector.input.LogStream.Compression;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LogStreamTest {

  @Test
  void theFirstBytesTellTheCompression() throws IOException {
    assertThat(LogStream.compression(gzip("a"))).isEqualTo(Compression.GZIP);
    assertThat(LogStream.compression(Zstd.compress(bytes("a")))).isEqualTo(Compression.ZSTANDARD);
    assertThat(LogStream.compression(bytes("# Time: "))).isEqualTo(Compression.NONE);
    assertThat(LogStream.compression(new byte[] {0x1f})).isEqualTo(Compression.NONE);
    assertThat(LogStream.compression(new byte[0])).isEqualTo(Compression.NONE);
  }

  @Test
  void whateverIsPackedIsUnpacked() throws IOException {
    assertThat(unpacked(gzip("a log"))).isEqualTo("a log");
    assertThat(unpacked(Zstd.compress(bytes("a log")))).isEqualTo("a log");
    assertThat(unpacked(bytes("a log"))).isEqualTo("a log");
    assertThat(unpacked(new byte[0])).isEmpty();
  }

  /** Between two of them a pipe has nothing to read for a moment. */
  @Test
  void membersThatComeOneAfterTheOtherAreOneLog() throws IOException {
    assertThat(unpacked(gzip("one "), gzip("two "), gzip("three"))).isEqualTo("one two three");
    assertThat(unpacked(Zstd.compress(bytes("one ")), Zstd.compress(bytes("two"))))
        .isEqualTo("one two");
  }

  /** Each part comes with a read of its own. */
  private static String unpacked(byte[]... parts) throws IOException {
    InputStream pipe = InputStream.nullInputStream();
    for (byte[] part : parts) {
      pipe = new SequenceInputStream(pipe, new ByteArrayInputStream(part));
    }
    try (InputStream unpacked = LogStream.uncompressed(pipe)) {
      return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(bytes(text));
    }
    return packed.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
