package dev.watershed.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A short run over each target, guided by coverage: as many inputs as a few seconds allow. */
class FuzzRunTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final long SEED = 1;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "SLOW_LOG, 200",
    "FINGERPRINT, 1_500",
    "UNDERSTANDING, 600",
    "DEFINITION, 300",
    "CATALOG_TEXT, 5_000",
    "WINDOW, 400",
    "SNAPSHOT, 200",
    "CONFIGURATION, 400"
  })
  void nothingIsFound(FuzzTarget target, String runs) throws Exception {
    Path seeds = folder.resolve("seeds");
    new Seeds(REPOSITORY).write(target, seeds);
    FuzzReport report =
        new FuzzRun(target, folder.resolve("findings"))
            .fuzz(
                FuzzLimits.ofRuns(Long.parseLong(runs.replace("_", "")), SEED),
                List.of(
                    Files.createDirectories(folder.resolve("grown")),
                    KeptInputs.folder(REPOSITORY, target),
                    seeds));
    assertThat(report.finding()).isEmpty();
    assertThat(report.executions()).isGreaterThanOrEqualTo(Long.parseLong(runs.replace("_", "")));
    assertThat(report.coverage()).as("edges reached").isGreaterThan(100);
  }
}
