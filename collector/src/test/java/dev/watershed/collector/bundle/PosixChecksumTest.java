package dev.watershed.collector.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosixChecksumTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"'', 4294967295", "a, 1220704766", "123456789, 930766865"})
  void itIsWhatTheProgramPrints(String text, long sum) {
    assertThat(PosixChecksum.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(sum);
  }

  @Test
  void itIsWhatTheProgramOfThisMachinePrints() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    for (int length : new int[] {1, 255, 256, 65_536, 100_001}) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      Path file = Files.write(folder.resolve("bytes"), bytes);
      Process cksum = new ProcessBuilder("cksum").redirectInput(file.toFile()).start();
      String printed = new String(cksum.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(printed.strip()).isEqualTo(PosixChecksum.of(bytes) + " " + length);
    }
  }
}
