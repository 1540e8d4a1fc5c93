package dev.watershed.analyzer.index.selection;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.index.statistics.ColumnBounds;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableWrite;
import dev.watershed.sql.facts.TableWrite.WriteKind;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpkeepTest {

  private static final StatisticTable TABLE = table("t").numbers("a", "b").rows(50, 1).make();

  /** Entries of an index on (a) that ten calls change. */
  @ParameterizedTest(name = "{0} {1} of {2}")
  @CsvSource({
    "INSERT,   INSERT,   '', 10",
    "INSERT,   UPSERT,   b,  10",
    "REPLACE,  REPLACE,  '', 20",
    "DELETE,   DELETE,   '', 10",
    "UPDATE,   UPDATE,   a,  20",
    "UPDATE,   UPDATE,   A,  20",
    "UPDATE,   UPDATE,   b,  0",
    "TRUNCATE, WHOLE,    '', 0",
    "LOAD,     WHOLE,    '', 500",
  })
  void entriesThatAreWritten(StatementKind kind, WriteKind how, String column, double entries) {
    assertThat(entries(Upkeep.Write.of(write(how, column), kind, 10, 50))).isEqualTo(entries);
  }

  /** Entries of an index on (a) for ten rows that the server counted. */
  @ParameterizedTest(name = "{0} {1} of {2}")
  @CsvSource({
    "INSERT,   INSERT,   '', 10",
    "INSERT,   UPSERT,   b,  10",
    "REPLACE,  REPLACE,  '', 10",
    "DELETE,   DELETE,   '', 10",
    "UPDATE,   UPDATE,   a,  20",
    "UPDATE,   UPDATE,   b,  0",
    "TRUNCATE, WHOLE,    '', 0",
    "LOAD,     WHOLE,    '', 10",
  })
  void entriesOfCountedRows(StatementKind kind, WriteKind how, String column, double entries) {
    assertThat(entries(Upkeep.Write.counted(write(how, column), kind, 10))).isEqualTo(entries);
  }

  private static TableWrite write(WriteKind how, String column) {
    return new TableWrite(
        new TableRef(Optional.of(TableMaker.SCHEMA), "t", TableRef.Presence.KNOWN),
        how,
        column.isEmpty() || how == WriteKind.UPSERT ? List.of() : List.of(column),
        OptionalInt.empty());
  }

  private static double entries(Upkeep.Write write) {
    TableFigures figures = new TableFigures(TABLE, OptionalLong.empty(), ColumnBounds.NONE);
    IndexDefinition index =
        new IndexDefinition(
            "x", false, IndexKind.BTREE, true, false, List.of(IndexPart.ofColumn("a")));
    return new Upkeep(List.of(write)).entries(figures.imagined(index), figures);
  }

  /** An index on an expression holds the columns in it. */
  @ParameterizedTest
  @CsvSource({"b, 20", "a, 0"})
  void expressionsAreWrittenWithTheirColumns(String column, double entries) {
    TableFigures figures = new TableFigures(TABLE, OptionalLong.empty(), ColumnBounds.NONE);
    Upkeep upkeep = new Upkeep(List.of(new Upkeep.Write(10, 2, Set.of(column))));
    IndexPart lower =
        new IndexPart(Optional.empty(), Optional.of("lower(`b`)"), OptionalInt.empty(), false);
    IndexDefinition index =
        new IndexDefinition("x", false, IndexKind.BTREE, true, false, List.of(lower));

    assertThat(upkeep.entries(figures.imagined(index), figures)).isEqualTo(entries);
  }
}
