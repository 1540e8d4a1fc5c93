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

  @Test
  void aFileIsSeenWhenItComes() throws IOException, InterruptedException {
    try (FileArrival arrival = FileArrival.watch(folder, "a")) {
      assertThatThrownBy(arrival::millisecondsAgo).hasMessageContaining("did not come");
      Files.createFile(folder.resolve("a"));
      Thread.sleep(500);
      assertThat(arrival.millisecondsAgo()).isBetween(1.0, 60_000.0);
    }
  }

  @Test
  void aFileThatIsThereAlreadyIsRefused() throws IOException {
    Files.createFile(folder.resolve("a"));
    assertThatThrownBy(() -> FileArrival.watch(folder, "a")).hasMessageContaining("delete it");
  }
}
