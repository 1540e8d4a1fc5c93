package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.cli.console.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTest {

  private static final HivePartition DAY =
      new HivePartition(LocalDate.parse("2026-11-23"), "booking-1");
  private static final List<String> TABLES = List.of("statements", "minutes");

  @TempDir private Path folder;

  @Test
  void aDayIsReplacedWithAllItsTables() throws IOException, CommandException {
    Path out = folder.resolve("out");
    try (ExportFolder export = ExportFolder.open(out)) {
      replace(export, "first", TABLES);
      assertThat(place(out, "statements")).hasContent("first");
      assertThat(place(out, "minutes")).hasContent("first");
      replace(export, "second", List.of("statements"));
      assertThat(place(out, "statements")).hasContent("second");
      assertThat(place(out, "minutes")).as("it has no rows any more").doesNotExist();
      assertThat(mark(out)).hasContent("second");
    }
    assertThat(out.resolve("_watershed/aside")).doesNotExist();
  }

  @Test
  void aDayThatComesInHalfHasNoMark() throws IOException, CommandException {
    Path out = folder.resolve("out");
    try (ExportFolder export = ExportFolder.open(out)) {
      replace(export, "first", TABLES);
      // A folder stands where the second file should come to be.
      Files.delete(place(out, "minutes"));
      Files.createDirectories(place(out, "minutes").resolve("obstacle"));
      assertThatThrownBy(() -> replace(export, "second", TABLES)).isInstanceOf(IOException.class);
      assertThat(place(out, "statements")).hasContent("second");
      assertThat(mark(out)).doesNotExist();
    }
  }

  @Test
  void whatAKilledRunLeftAsideGoes() throws IOException, CommandException {
    Path out = folder.resolve("out");
    Path left = out.resolve("_watershed/aside/statements.parquet");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "half");
    try (ExportFolder export = ExportFolder.open(out)) {
      assertThat(export.aside()).isEmptyDirectory();
    }
  }

  @Test
  void anotherFolderIsRefused() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> ExportFolder.open(folder))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("neither empty nor an earlier export");
    assertThat(folder).isDirectoryNotContaining(path -> path.endsWith("_watershed"));
    assertThatThrownBy(() -> ExportFolder.open(folder.resolve("notes.txt")))
        .hasMessageContaining("is no folder");
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("_watershed"));
    Files.writeString(folder.resolve("_watershed/format"), "watershed.export/9\n");
    assertThatThrownBy(() -> ExportFolder.open(folder))
        .hasMessageContaining("holds 'watershed.export/9'");
  }

  @Test
  void twoDoNotWriteAtOnce() throws IOException, CommandException {
    try (ExportFolder first = ExportFolder.open(folder)) {
      assertThat(first.aside()).isDirectory();
      assertThatThrownBy(() -> ExportFolder.open(folder))
          .hasMessageContaining("another export writes there");
    }
    ExportFolder.open(folder).close();
  }

  private static void replace(ExportFolder export, String content, List<String> tables)
      throws IOException {
    Path aside = export.aside();
    for (String table : tables) {
      Files.writeString(aside.resolve(table), content);
    }
    Map<String, Path> files =
        tables.stream().collect(Collectors.toMap(table -> table, aside::resolve));
    export.replace(DAY, TABLES, files, content.getBytes(StandardCharsets.UTF_8));
  }

  private static Path place(Path out, String table) {
    return out.resolve(table).resolve("day=2026-11-23/server=booking-1/part-0.parquet");
  }

  private static Path mark(Path out) {
    return out.resolve("_watershed/days/day=2026-11-23/server=booking-1.json");
  }
}
