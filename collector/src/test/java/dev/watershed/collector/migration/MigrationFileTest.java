package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationFileTest {

  @ParameterizedTest
  @CsvSource({"a.sql, a.sql", "db/x/a.sql, a.sql", "/a.sql, a.sql", "db/, ''"})
  void theNameIsWhatStandsBehindTheFolders(String path, String name) {
    assertThat(new MigrationFile(path, "").name()).isEqualTo(name);
  }
}
