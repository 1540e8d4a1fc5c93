package dev.watershed.benchmarks.slowlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.benchmarks.corpus.CorpusGenerator;
import dev.watershed.benchmarks.corpus.CorpusShape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlowLogGateTest {

  private static Path corpus(CorpusShape shape, long bytes, Path folder) throws IOException {
    Path log = folder.resolve("corpus.log");
    try (OutputStream out = Files.newOutputStream(log)) {
      CorpusGenerator.write(shape, 11, bytes, out);
    }
    return log;
  }

  @ParameterizedTest
  @EnumSource
  void theCollectorSeesWhatTheSlowReaderSees(CorpusShape shape, @TempDir Path folder)
      throws IOException {
    Path log = corpus(shape, 28 << 20, folder);
    assertThat(SlowLogGate.check(log, List.of(1, 2))).isGreaterThan(100);
  }

  /** Three parts. */
  @Test
  void moreThreadsThanTwoAreAsGood(@TempDir Path folder) throws IOException {
    Path log = corpus(CorpusShape.MIXED, 42 << 20, folder);
    assertThat(SlowLogGate.check(log, List.of(3))).isGreaterThan(100);
  }

  @Test
  void aLogThatIsReadInOnePartProvesNothingOfSeveral(@TempDir Path folder) throws IOException {
    Path log = corpus(CorpusShape.MIXED, 3 << 20, folder);
    assertThatThrownBy(() -> SlowLogGate.check(log, List.of(1, 2)))
        .hasMessageContaining("too short");
  }
}
