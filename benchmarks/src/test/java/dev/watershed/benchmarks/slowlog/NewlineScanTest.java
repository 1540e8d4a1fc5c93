package dev.watershed.benchmarks.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewlineScanTest {

  @Test
  void bothWaysCountTheSame(@TempDir Path folder) throws IOException {
    Random random = new Random(4);
    byte[] bytes = new byte[(2 << 20) + 5];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(3) == 0 ? '\n' : random.nextInt(256));
    }
    Path file = Files.write(folder.resolve("bytes"), bytes);
    long newlines = 0;
    for (byte b : bytes) {
      newlines += b == '\n' ? 1 : 0;
    }
    assertThat(NewlineScan.plain(file)).isEqualTo(newlines);
    assertThat(NewlineScan.wordwise(file)).isEqualTo(newlines);
  }
}
