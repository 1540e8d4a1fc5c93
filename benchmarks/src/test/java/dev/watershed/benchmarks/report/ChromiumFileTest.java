package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which browser is taken. */
class ChromiumFileTest {

  @Test
  void chromiumIsPreferredAndMustBeAProgram(@TempDir Path one, @TempDir Path other)
      throws IOException {
    String path = one + File.pathSeparator + other;
    Files.createFile(one.resolve("chromium"));
    assertThat(ChromiumFile.find(path)).isEmpty();
    program(one.resolve("google-chrome"));
    assertThat(ChromiumFile.find(path)).contains(one.resolve("google-chrome"));
    program(other.resolve("chromium"));
    assertThat(ChromiumFile.find(path)).contains(other.resolve("chromium"));
  }

  private static void program(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }
}
