package dev.watershed.benchmarks.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.corpus.CorpusGenerator;
import dev.watershed.benchmarks.corpus.CorpusShape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlowLogGateTest {

  @ParameterizedTest
  @EnumSource
  void theCollectorSeesWhatTheSlowReaderSees(CorpusShape shape, @TempDir Path folder)
      throws IOException {
    Path log = folder.resolve("corpus.log");
    try (OutputStream out = Files.newOutputStream(log)) {
      CorpusGenerator.write(shape, 11, 3 << 20, out);
    }
    for (int threads = 1; threads <= 3; threads++) {
      assertThat(SlowLogGate.check(log, threads)).isGreaterThan(100);
    }
  }
}
