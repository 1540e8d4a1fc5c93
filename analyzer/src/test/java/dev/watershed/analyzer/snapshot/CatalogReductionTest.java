package dev.watershed.analyzer.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.CheckConstraint;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.Migration;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.Partitioning.Partition;
import dev.watershed.workload.catalog.Partitioning.Subpartitioning;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.RoutineDefinition.Direction;
import dev.watershed.workload.catalog.RoutineDefinition.Parameter;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.Security;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.TriggerDefinition.RowEvent;
import dev.watershed.workload.catalog.ViewDefinition;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReductionTest {

  private static final Instant TAKEN = Instant.parse("2026-11-23T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = 'x' AND b > 5 | a = ? AND b > ?",
        "a = ? AND b > ? | a = ? AND b > ?",
        "CURRENT_TIMESTAMP | CURRENT_TIMESTAMP",
        "NULL | NULL",
        "a = \"x\" | a = ?",
        "SET a = 'x\\'; SET b = 'y' | ?"
      })
  void literals(String text, String expected) {
    assertThat(CatalogReduction.withoutLiterals(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "varchar(40) | varchar(40)",
        "decimal(10,2) unsigned | decimal(10,2) unsigned",
        "enum('a','b') | enum('?','?')",
        "ENUM('a''b','c,d)') | ENUM('?','?')",
        "set('x') | set('?')",
        "settings | settings"
      })
  void types(String type, String expected) {
    assertThat(TableReduction.type(type)).isEqualTo(expected);
  }

  /** Every value of the catalog has the word m4rk in it. */
  @Test
  void ofACatalogNamesAndFiguresStayAndNoValueDoes() {
    Catalog reduced = CatalogReduction.of(catalog("'m4rk'", "'m4rk','m4rk2'", "m4rk"));
    assertThat(reduced).isEqualTo(catalog("?", "'?','?'", ""));
    assertThat(reduced.toString()).doesNotContain("m4rk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"'x' | ?", "-5 | ?", "5 | ?", "NULL | NULL", "(uuid()) | (uuid())"})
  void whetherAColumnHasADefaultStays(String value, String expected) {
    TableDefinition table = table(value, "'a'", Optional.empty());
    assertThat(TableReduction.of(table).columns().get(0).defaultValue()).contains(expected);
  }

  private static Catalog catalog(String value, String members, String words) {
    List<CatalogObject> objects =
        List.of(
            table(
                value,
                members,
                Optional.of(
                    new Partitioning(
                        "RANGE",
                        "if(a > " + value + ", b, c)",
                        Optional.of(new Subpartitioning("HASH", "b + " + value, 4)),
                        List.of(
                            new Partition(
                                "p1",
                                words.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of("LESS THAN (" + value + ")")))))),
            new ViewDefinition(
                "v", List.of("a"), "select a from t where b = " + value, "MERGE", Security.DEFINER),
            new TriggerDefinition("tr", "t", true, RowEvent.UPDATE, 2, "SET NEW.a = " + value),
            new RoutineDefinition(
                "r",
                List.of(new Parameter(Direction.IN, "p", "enum(" + members + ")")),
                Optional.of("set(" + members + ")"),
                true,
                "READS SQL DATA",
                Security.INVOKER,
                "RETURN " + value),
            new EventDefinition("e", "EVERY " + value + " DAY", true, "DELETE FROM t"));
    return new Catalog(
        TAKEN,
        Optional.of("9.7.0"),
        List.of(
            new SchemaDefinition("s", Optional.of("utf8mb4"), Optional.of("utf8mb4_bin"), objects)),
        List.of(
            new TableStatistics(
                "s",
                "t",
                TAKEN,
                OptionalLong.of(5),
                OptionalLong.of(6),
                OptionalLong.of(7),
                OptionalLong.of(8),
                Optional.of(BigInteger.TEN),
                Optional.empty(),
                List.of())),
        List.of(new Migration("s", "flyway", "12", words, Optional.of(TAKEN), true, "BASELINE")),
        List.of(new CatalogGap("dump.sql:3", "cannot read " + value)));
  }

  private static TableDefinition table(
      String value, String members, Optional<Partitioning> partitioning) {
    return new TableDefinition(
        "t",
        TableKind.BASE,
        Optional.of("InnoDB"),
        Optional.of("Dynamic"),
        Optional.of("utf8mb4_bin"),
        true,
        partitioning,
        List.of(
            new ColumnDefinition(
                "a",
                "enum(" + members + ")",
                true,
                Optional.of("utf8mb4"),
                Optional.of("utf8mb4_bin"),
                Optional.of(value),
                true,
                true,
                Optional.of(new GeneratedValue("concat(b, " + value + ")", true)),
                false,
                true)),
        List.of(
            new IndexDefinition(
                "i",
                true,
                IndexKind.BTREE,
                false,
                true,
                List.of(
                    new IndexPart(Optional.of("a"), Optional.empty(), OptionalInt.of(9), true),
                    new IndexPart(
                        Optional.empty(),
                        Optional.of("lower(" + value + ")"),
                        OptionalInt.empty(),
                        true)))),
        List.of(
            new ForeignKey(
                "fk",
                List.of("a"),
                Optional.empty(),
                "t",
                List.of("a"),
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL)),
        List.of(new CheckConstraint("ck", "a <> " + value, false)));
  }
}
