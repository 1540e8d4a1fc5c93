package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArrivalTest {

  @TempDir private Path folder;

  /** Not before it came, and not after it was asked for. */
  @Test
  void aFileIsSeenWhenItComes() throws IOException, InterruptedException {
    try (FileArrival arrival = FileArrival.watch(folder, "a")) {
      assertThatThrownBy(arrival::millisecondsAgo).hasMessageContaining("did not come");
      long before = System.nanoTime();
      Files.createFile(folder.resolve("a"));
      arrival.await();
      double ago = arrival.millisecondsAgo();
      assertThat(ago).isBetween(0.0, (System.nanoTime() - before) / 1e6);
      assertThat(arrival.millisecondsAgo()).isGreaterThanOrEqualTo(ago);
    }
  }

  @Test
  void aFileThatIsThereAlreadyIsRefused() throws IOException {
    Files.createFile(folder.resolve("a"));
    assertThatThrownBy(() -> FileArrival.watch(folder, "a")).hasMessageContaining("delete it");
  }
}
