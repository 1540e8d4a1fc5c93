package dev.watershed.collector.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsQueryTest {

  @Test
  void asksForEveryTableOnce() {
    Query<Columns> query = ColumnsQuery.of(List.of("mysql.b", "information_schema.a", "mysql.b"));

    assertThat(query.sql())
        .isEqualTo(
            "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS AS"
                + " watershed_sample WHERE (TABLE_SCHEMA = ? AND TABLE_NAME = ?)"
                + " OR (TABLE_SCHEMA = ? AND TABLE_NAME = ?)");
    assertThat(query.parameters()).containsExactly("information_schema", "a", "mysql", "b");
  }

  @Test
  void aTableHasASchema() {
    assertThatThrownBy(() -> ColumnsQuery.of(List.of("a"))).hasMessageContaining("schema.table: a");
  }

  @Test
  void namesAreComparedWithoutCase() {
    Columns columns = new Columns(List.of(new Columns.Column("mysql.T", "Id")));

    assertThat(columns.has("MySQL.t")).isTrue();
    assertThat(columns.has("mysql.t", "ID")).isTrue();
    assertThat(columns.has("mysql.t", "other")).isFalse();
    assertThat(columns.has("mysql.other")).isFalse();
    assertThat(columns.has("mysql.other", "id")).isFalse();
  }
}
