package dev.watershed.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusMainTest {

  @ParameterizedTest
  @CsvSource({"17, 17", "64k, 65536", "256m, 268435456", "1g, 1073741824"})
  void readsSizes(String text, long bytes) {
    assertThat(CorpusMain.bytes(text)).isEqualTo(bytes);
  }
}
