package dev.watershed.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentPeakTest {

  @TempDir private Path folder;

  private ResidentPeak reported(String text) throws IOException {
    return new ResidentPeak(Files.writeString(folder.resolve("peak"), text));
  }

  @Test
  void theLastLineCounts() throws IOException {
    assertThat(reported("408576\n").kibibytes()).isEqualTo(408_576);
    assertThat(reported("Command exited with non-zero status 4\n408576\n").kibibytes())
        .isEqualTo(408_576);
  }

  @Test
  void whereNothingWasMeasuredThereIsNoFigure() throws IOException {
    ResidentPeak nothing = reported("");
    assertThatThrownBy(nothing::kibibytes).hasMessageContaining("no figure");
    ResidentPeak words = reported("Command terminated by signal 9\n");
    assertThatThrownBy(words::kibibytes).hasMessageContaining("no figure");
  }
}
