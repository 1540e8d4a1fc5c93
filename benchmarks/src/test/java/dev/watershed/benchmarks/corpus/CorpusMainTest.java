package dev.watershed.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusMainTest {

  @ParameterizedTest
  @CsvSource({"17, 17", "64k, 65536", "256m, 268435456", "1g, 1073741824"})
  void readsSizes(String text, long bytes) {
    assertThat(CorpusMain.bytes(text)).isEqualTo(bytes);
  }

  @Test
  void readsOptions() {
    String[] arguments = {"--shape", "header", "--seed", "9"};
    assertThat(CorpusMain.option(arguments, "--seed", "1")).isEqualTo("9");
    assertThat(CorpusMain.option(arguments, "--bytes", "5k")).isEqualTo("5k");
    assertThatThrownBy(() -> CorpusMain.option(new String[] {"seed"}, "--seed", "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
