package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.migration.MigrationFile;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeFilesTest {

  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    Files.createDirectories(folder.resolve("db/sub/folder.sql"));
    Files.createDirectories(folder.resolve("empty"));
    for (String name : List.of("db/b.sql", "db/a.sql", "db/sub/c.sql", "db/readme.md", "one.txt")) {
      Files.writeString(folder.resolve(name), "DROP TABLE t; -- " + name);
    }
    Files.write(folder.resolve("latin.sql"), "é".getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one.txt          | one.txt
          db               | db/a.sql db/b.sql db/sub/c.sql
          db/              | db/a.sql db/b.sql db/sub/c.sql
          db/b.sql db/sub  | db/b.sql db/sub/c.sql
          """)
  void filesAreGivenAndThoseOfFoldersAreByName(String given, String read) throws Exception {
    ChangeFiles files = read(("--ddl " + given).split(" "));
    assertThat(files.definitions().stream().map(MigrationFile::path).toList())
        .isEqualTo(List.of(read.split(" ")));
    assertThat(files.definitions())
        .allSatisfy(file -> assertThat(file.text()).endsWith(file.path()));
    assertThat(files.queries()).isEmpty();
  }

  @Test
  void definitionsAndStatementsAreApart() throws Exception {
    ChangeFiles files = read("--ddl", "db/a.sql", "--sql", "db/b.sql");
    assertThat(files.definitions()).extracting(MigrationFile::path).containsExactly("db/a.sql");
    assertThat(files.queries()).extracting(MigrationFile::path).containsExactly("db/b.sql");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --ddl nowhere.sql | --ddl: there is no file nowhere.sql
          --sql nowhere     | --sql: there is no file nowhere
          --sql latin.sql   | --sql: latin.sql is not UTF-8 text
          """)
  void whatCannotBeReadSaysWhy(String arguments, String message) {
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> read(arguments.split(" ")))
        .withMessage(message)
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void aFolderWithoutSqlIsNoChange() {
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> read("--ddl", "db", "--sql", "empty"))
        .withMessage("--sql: below empty no file ends with .sql");
  }

  @Test
  void commentsOfBothKindsOfFilesAllow() throws Exception {
    Files.writeString(folder.resolve("a.sql"), "-- watershed:allow used-table\nDROP TABLE t;\n");
    Files.writeString(folder.resolve("b.sql"), "\n-- watershed:allow nonsense\nSELECT 1;\n");
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> read("--ddl", "a.sql", "--sql", "b.sql").allowances(Set.of("used-table")))
        .withMessageContaining("a.sql:1")
        .withMessageContaining("b.sql:2");
    Files.writeString(
        folder.resolve("a.sql"),
        "-- watershed:allow used-table until=2999-01-01 reason=\"why\"\nDROP TABLE t;\n");
    assertThat(read("--ddl", "a.sql").allowances(Set.of("used-table")).errors()).isEmpty();
  }

  private ChangeFiles read(String... arguments) throws CommandException {
    return ChangeFiles.of(
        ChangeFixture.context(folder, "", OutputStream.nullOutputStream()),
        ChangeFixture.options(arguments));
  }
}
