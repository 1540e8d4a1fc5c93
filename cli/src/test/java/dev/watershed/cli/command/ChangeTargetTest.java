package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationReader;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.migration.MigrationFile;
import dev.watershed.collector.migration.MigrationTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTargetTest {

  private static final String CONFIGURATION =
      """
      servers:
        - {name: one, cluster: main}
        - {name: two}
      migrations:
        - {path: db/main, server: one, schema: shop, tool: flyway}
        - {path: db/two, server: two}
        - {path: db/any, schema: bill}
      """;

  @TempDir Path folder;

  /** Two sets of data: {@code main} has shop and both, {@code two} has bill and both. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          db/main/V1.sql | DROP TABLE bill.t | ''   | main | shop | FLYWAY
          db/main/V1.sql | DROP TABLE t      | both | main | both | FLYWAY
          db/two/1.sql   | DROP TABLE shop.t | ''   | two  | ''   | ''
          db/any/1.sql   | DROP TABLE t      | ''   | two  | bill | ''
          x.sql          | DROP TABLE bill.t | ''   | two  | ''   | ''
          x.sql          | DROP TABLE `SHOP` . t | '' | main | ''  | ''
          x.sql          | USE bill; DROP TABLE t | '' | two | ''  | ''
          x.sql          | DROP TABLE t      | shop | main | shop | ''
          """)
  void theConfigurationTellsOrTheSchemasDo(
      String path, String text, String schema, String set, String named, String tool)
      throws Exception {
    ChangeTarget target = of(path, text, schema, "main=shop,both", "two=bill,both");
    assertThat(target.dataSet()).isEqualTo(set);
    assertThat(target.schema()).isEqualTo(Optional.of(named).filter(name -> !name.isEmpty()));
    assertThat(target.tool().map(MigrationTool::name).orElse("")).isEqualTo(tool);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DROP TABLE t                       | ''
          DROP TABLE both.t                  | ''
          DROP TABLE shop.t, bill.t          | ''
          DROP TABLE my_shop.t               | ''
          DROP TABLE t                       | both
          DROP TABLE t                       | nowhere
          """)
  void whereNothingTellsItIsAnError(String text, String schema) {
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> of("x.sql", text, schema, "main=shop,both", "two=bill,both"))
        .withMessageContaining("x.sql: nothing tells on which server it runs (main, two)")
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x.sql          | main=shop | main
          db/two/1.sql   | two=bill  | two
          """)
  void theOnlySetOfDataIsMeant(String path, String sets, String set) throws Exception {
    assertThat(of(path, "DROP TABLE t", "", sets).dataSet()).isEqualTo(set);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          db/two/1.sql   | main=shop | db/two/1.sql: no catalog of two was collected
          x.sql          | ''        | no catalog was collected
          """)
  void withoutACatalogNothingCanBeJudged(String path, String sets, String message) {
    String[] catalogs = sets.isEmpty() ? new String[0] : new String[] {sets};
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> of(path, "DROP TABLE t", "", catalogs))
        .withMessageStartingWith(message)
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.NOT_ENOUGH_DATA));
  }

  private ChangeTarget of(String path, String text, String schema, String... catalogs)
      throws Exception {
    Files.writeString(folder.resolve("watershed.yaml"), CONFIGURATION);
    Configuration configuration = ConfigurationReader.read("watershed.yaml", folder);
    ChangeOptions options =
        schema.isEmpty() ? ChangeFixture.options() : ChangeFixture.options("--schema", schema);
    return ChangeTarget.of(
        new MigrationFile(path, text),
        folder,
        configuration,
        options,
        ChangeFixture.catalogs(catalogs));
  }
}
