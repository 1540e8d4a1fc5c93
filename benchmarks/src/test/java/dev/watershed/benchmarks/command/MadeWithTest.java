package dev.watershed.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeWithTest {

  @TempDir private Path folder;

  private MadeWith with(String... options) {
    return new MadeWith(folder.resolve("new").resolve("rows"), List.of(options));
  }

  private void make(String... options) throws IOException {
    MadeWith made = with(options);
    Files.createDirectories(made.data());
    made.write();
  }

  @Test
  void dataAreCompleteOnceThatIsWritten() throws IOException {
    MadeWith made = with("--rows 10", "--seed 1");
    assertThat(made.complete()).isFalse();
    make("--rows 10", "--seed 1");
    assertThat(made.complete()).isTrue();
    Files.delete(made.data());
    assertThat(made.complete()).isFalse();
  }

  @Test
  void dataOfOtherOptionsAreRefused() throws IOException {
    make("--rows 10", "--seed 1");
    assertThatThrownBy(() -> with("--rows 10", "--seed 2").complete())
        .hasMessageContaining("made with --rows 10 --seed 1, not with --rows 10 --seed 2");
    assertThatThrownBy(() -> with("--rows 10").complete()).isInstanceOf(IOException.class);
  }

  @Test
  void dataThatWereNotMadeToTheirEndAreRefused() throws IOException {
    MadeWith made = with("--rows 10");
    Files.createDirectories(made.data());
    assertThatThrownBy(made::complete).hasMessageContaining("delete it");
  }

  @Test
  void someOptionsMayBeRequired() throws IOException {
    assertThatThrownBy(() -> with("--rows 10").require()).hasMessageContaining("nothing says");
    make("--rows 10", "--seed 1");
    with("--rows 10").require();
    assertThatThrownBy(() -> with("--rows 11").require())
        .hasMessageContaining("not with --rows 11");
  }
}
