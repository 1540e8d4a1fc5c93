package dev.watershed.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.cli.Contexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultOutputTest {

  @TempDir private Path folder;

  @Test
  void aFileAppearsWhole() throws Exception {
    ResultOutput.write(
        context(OutputStream.nullOutputStream()),
        Optional.of(Path.of("report.json")),
        stream -> stream.write("{}".getBytes(StandardCharsets.UTF_8)));
    assertThat(folder.resolve("report.json")).hasContent("{}");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(
            () ->
                ResultOutput.write(
                    context(OutputStream.nullOutputStream()),
                    Optional.of(Path.of("no", "report.json")),
                    stream -> {}))
        .withMessage(Path.of("no", "report.json") + ": its folder does not exist");
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheOneBeforeAndNothingElse() throws Exception {
    Files.writeString(folder.resolve("report.json"), "before");
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(
            () ->
                ResultOutput.write(
                    context(OutputStream.nullOutputStream()),
                    Optional.of(Path.of("report.json")),
                    stream -> {
                      stream.write(1);
                      throw new IOException("No space left on device");
                    }))
        .withMessage("report.json: cannot be written: No space left on device");
    assertThat(folder.resolve("report.json")).hasContent("before");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aClosedPipeIsNoError() {
    assertThatExceptionOfType(OutputClosedException.class)
        .isThrownBy(() -> writeTo(failing("Broken pipe")));
  }

  @Test
  void aFullDiskIsOne() {
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> writeTo(failing("No space left on device")))
        .withMessage("cannot write standard output: No space left on device");
  }

  private void writeTo(OutputStream output) throws CommandException, OutputClosedException {
    ResultOutput.write(context(output), Optional.empty(), stream -> stream.write(1));
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException(message);
      }
    };
  }

  private CommandContext context(OutputStream output) {
    return Contexts.of(folder, "", output, new ByteArrayOutputStream());
  }
}
