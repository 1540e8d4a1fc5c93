package dev.watershed.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshFolderTest {

  @TempDir private Path folder;

  @Test
  void aFolderIsMadeAnewWithoutWhatWasInIt() throws IOException {
    Path fresh = folder.resolve("a").resolve("b");
    Files.writeString(
        Files.createDirectories(FreshFolder.at(fresh).resolve("c")).resolve("d"), "old");
    Path kept = Files.writeString(folder.resolve("a").resolve("kept"), "kept");
    assertThat(FreshFolder.at(fresh)).isEmptyDirectory();
    assertThat(kept).exists();
    FreshFolder.delete(fresh);
    FreshFolder.delete(fresh);
    assertThat(fresh).doesNotExist();
  }

  @Test
  void whatALinkLeadsToStays() throws IOException {
    Path fresh = FreshFolder.at(folder.resolve("fresh"));
    Path kept = Files.writeString(folder.resolve("kept"), "kept");
    Files.createSymbolicLink(fresh.resolve("link"), kept);
    FreshFolder.delete(fresh);
    assertThat(kept).exists();
  }
}
