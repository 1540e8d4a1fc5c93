package dev.watershed.collector.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {

  @TempDir Path folder;

  @Test
  void itIsReadAsAWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("export"), "a\nb");
    assertThat(new ExportFile(file, "make one").bytes()).asString().isEqualTo("a\nb");
  }

  @Test
  void whereThereIsNoneTheWayOutIsSaid() {
    assertThatThrownBy(() -> new ExportFile(folder.resolve("absent"), "make one").bytes())
        .isInstanceOf(IOException.class)
        .hasMessage("there is no such file; make one");
  }

  @Test
  void whatIsTooLongIsNotRead() throws IOException {
    Path file = folder.resolve("long");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength((64L << 20) + 1);
    }
    assertThatThrownBy(() -> new ExportFile(file, "make one").bytes())
        .hasMessage("a file of 67108865 bytes; expected 67108864 at most; rotate it");
  }
}
