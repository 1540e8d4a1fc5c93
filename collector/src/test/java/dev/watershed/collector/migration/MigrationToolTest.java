package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationToolTest {

  @ParameterizedTest
  @EnumSource(MigrationTool.class)
  void aToolIsFoundByItsKey(MigrationTool tool) {
    assertThat(MigrationTool.of(tool.key())).contains(tool);
  }

  @Test
  void anotherWordIsNone() {
    assertThat(MigrationTool.of("FLYWAY")).isEmpty();
    assertThat(MigrationTool.of("")).isEmpty();
  }
}
