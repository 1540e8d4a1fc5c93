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
  void aLinkStaysOne() throws Exception {
    Files.createDirectory(folder.resolve("reports"));
    Path file = Files.writeString(folder.resolve("reports/today.json"), "before");
    Path link =
        Files.createSymbolicLink(folder.resolve("latest.json"), Path.of("reports/today.json"));
    writeTo("latest.json", "now");
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("now");
  }

  @Test
  void aPipeIsWrittenTo() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process reader =
        new ProcessBuilder("cat", pipe.toString())
            .redirectOutput(folder.resolve("read").toFile())
            .start();
    writeTo("pipe", "{}");
    assertThat(reader.waitFor()).isZero();
    assertThat(folder.resolve("read")).hasContent("{}");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  /** The second one is done while the first one still writes. */
  @Test
  void ofTwoAtOnceEachIsWhole() throws Exception {
    String longText = "first ".repeat(100_000);
    ResultOutput.write(
        context(OutputStream.nullOutputStream()),
        Optional.of(Path.of("report.json")),
        stream -> {
          stream.write(longText.substring(0, 300_000).getBytes(StandardCharsets.UTF_8));
          try {
            writeTo("report.json", "second");
          } catch (CommandException | OutputClosedException e) {
            throw new IOException(e);
          }
          assertThat(folder.resolve("report.json")).hasContent("second");
          stream.write(longText.substring(300_000).getBytes(StandardCharsets.UTF_8));
        });
    assertThat(folder.resolve("report.json")).hasContent(longText);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  private void writeTo(String name, String text) throws CommandException, OutputClosedException {
    ResultOutput.write(
        context(OutputStream.nullOutputStream()),
        Optional.of(Path.of(name)),
        stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
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
