package dev.watershed.collector.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariableTableTest {

  @Test
  void aTableThatTheAccountSeesIsAskedUnderTheNameOfWatershed() {
    Columns columns =
        new Columns(
            List.of(new Columns.Column("performance_schema.global_status", "VARIABLE_VALUE")));
    assertThat(VariableTable.STATUS.question("s", "", List.of("a", "b")).sql(columns))
        .isEqualTo(
            "SELECT VARIABLE_NAME, VARIABLE_VALUE FROM performance_schema.global_status AS"
                + " watershed_sample WHERE VARIABLE_NAME IN (?, ?)");
  }

  @Test
  void mariaDbHasItsValuesInAnotherSchema() {
    Columns columns =
        new Columns(
            List.of(new Columns.Column("information_schema.GLOBAL_VARIABLES", "VARIABLE_VALUE")));
    assertThat(VariableTable.SETTINGS.question("s", "", List.of("a")).sql(columns))
        .isEqualTo(
            "SELECT VARIABLE_NAME, VARIABLE_VALUE FROM information_schema.GLOBAL_VARIABLES AS"
                + " watershed_sample WHERE VARIABLE_NAME IN (?)");
  }

  @Test
  void elseTheStatementThatEveryAccountMayUse() {
    assertThat(VariableTable.SETTINGS.question("s", "", List.of("a")).sql(new Columns(List.of())))
        .isEqualTo("SHOW GLOBAL VARIABLES WHERE Variable_name IN (?)");
  }
}
