package dev.watershed.sql.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.resolve.Understanding;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

  @Test
  void saysTablesConditionsAndJoins() {
    assertThat(
            shape(
                    "SELECT o.id FROM orders o JOIN items i ON i.order_id = o.id"
                        + " WHERE o.status = 1 AND (o.total > 5 OR DATE(i.day) = NOW())")
                .text())
        .isEqualTo(
            "SELECT shop.items shop.orders WHERE items.day orders.status orders.total"
                + " JOIN items.order_id=orders.id");
    assertThat(shape("UPDATE orders SET total = 1 WHERE id = 2").text())
        .isEqualTo("UPDATE shop.orders! WHERE orders.id");
    assertThat(
            shape("SELECT 1 FROM t WHERE a = 1 AND (CASE WHEN b > c THEN d ELSE e END OR f = 2)")
                .text())
        .isEqualTo("SELECT shop.t WHERE t.a t.b t.c t.d t.e t.f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT a FROM t WHERE x = 1 AND y = 2 | SELECT b, c FROM t u WHERE u.y = 5 AND u.x = 3
          SELECT a FROM t WHERE x = 1           | SELECT a, MAX(b) FROM t WHERE x IN (1, 2) GROUP BY a
          SELECT * FROM t JOIN u ON t.a = u.b   | SELECT x.a FROM u y, t x WHERE y.b = x.a
          SELECT a FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.b = t.a) | SELECT c FROM t WHERE EXISTS (SELECT u.d FROM u WHERE t.a = u.b)
          """)
  void survivesAnotherList(String one, String other) {
    assertThat(shape(one)).isEqualTo(shape(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT a FROM t WHERE x = 1         | SELECT a FROM t WHERE y = 1
          SELECT a FROM t WHERE x = 1         | SELECT a FROM u WHERE x = 1
          SELECT a FROM t WHERE x = 1         | DELETE FROM t WHERE x = 1
          SELECT * FROM t JOIN u ON t.a = u.b | SELECT * FROM t JOIN u ON t.a = u.c
          """)
  void differs(String one, String other) {
    assertThat(shape(one).id()).isNotEqualTo(shape(other).id());
  }

  /** Ids are stored: they are the same on every machine and in every version. */
  @Test
  void hasAStableId() {
    assertThat(shape("SELECT a FROM t WHERE x = 1").idText()).isEqualTo("bf2845cfb8967662");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT a FROM items WHERE status = 1 | shop.things"
            + " | SELECT a FROM things WHERE status = 1",
        "SELECT 1 FROM orders o JOIN items i ON o.id = i.order_id WHERE i.x = 1 | shop.things"
            + " | SELECT 1 FROM orders o JOIN things i ON o.id = i.order_id WHERE i.x = 1",
        "DELETE FROM items WHERE id = 1 | shop.things | DELETE FROM things WHERE id = 1",
        "UPDATE items SET a = 1 | shop.things | UPDATE things SET a = 1",
        "SELECT a FROM orders WHERE b = 1 | shop.things | SELECT a FROM orders WHERE b = 1",
        "SELECT a FROM items WHERE b = 1 | old.items | SELECT a FROM old.items WHERE b = 1",
        "SELECT a FROM items WHERE b = 1 | old.things | SELECT a FROM old.things WHERE b = 1",
        "SELECT 1 FROM items i JOIN old.items o ON i.a = o.b WHERE o.c = 1 AND i.d = 2"
            + " | shop.things"
            + " | SELECT 1 FROM things i JOIN old.items o ON i.a = o.b WHERE o.c = 1 AND i.d = 2",
        "SELECT 1 FROM old.items o JOIN items i ON i.a = o.b WHERE o.c = 1 | new.things"
            + " | SELECT 1 FROM old.items o JOIN new.things i ON i.a = o.b WHERE o.c = 1",
        "SELECT a FROM items WHERE `b c` = 1 | shop.`t u`"
            + " | SELECT a FROM `t u` WHERE `b c` = 1",
      })
  void isThatOfTheStatementWithOtherTables(String before, String other, String after) {
    String name = other.replace("`", "");
    Shape renamed = Shape.of(facts(before), table -> table.equals("shop.items") ? name : table);
    assertThat(renamed).isEqualTo(shape(after));
  }

  private static Shape shape(String statement) {
    return Shape.of(facts(statement));
  }

  private static StatementFacts facts(String statement) {
    return Understanding.of(
        Fingerprints.of(statement, SqlMode.standard()).text(),
        false,
        Optional.of("shop"),
        SchemaView.NONE);
  }
}
