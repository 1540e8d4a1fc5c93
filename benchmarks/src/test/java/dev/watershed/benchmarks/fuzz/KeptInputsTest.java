package dev.watershed.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The inputs that fuzzing has left, once more: those that broke something, and one for each way.
 */
class KeptInputsTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final long MOST_BYTES = 200_000;

  @ParameterizedTest
  @EnumSource(FuzzTarget.class)
  void noneBreaksAnything(FuzzTarget target) throws Exception {
    List<Path> files = KeptInputs.files(REPOSITORY, target);
    assertThat(files).isNotEmpty();
    long bytes = 0;
    for (Path file : files) {
      byte[] input = Files.readAllBytes(file);
      bytes += input.length;
      assertTimeoutPreemptively(
          LIMIT,
          () -> assertThatCode(() -> target.tryInput(input)).doesNotThrowAnyException(),
          file::toString);
    }
    assertThat(bytes).as("bytes of all inputs").isLessThan(MOST_BYTES);
  }
}
