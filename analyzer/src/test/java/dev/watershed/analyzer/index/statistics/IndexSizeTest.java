package dev.watershed.analyzer.index.statistics;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of {@code id bigint}, {@code a int} and {@code s varchar(90)} of utf8mb4. */
class IndexSizeTest {

  /** As many as a page that is three quarters full has bytes: a byte an entry is a page. */
  private static final double ROWS = 12_288;

  private static TableMaker maker(TableMaker maker) {
    return maker.column("a", "int").column("s", "varchar(90)");
  }

  private static TableColumns columns(TableMaker maker) {
    return new TableColumns(maker.make().definition());
  }

  private static IndexDefinition index(IndexPart... parts) {
    return new IndexDefinition("x", false, IndexKind.BTREE, true, false, List.of(parts));
  }

  /** Columns with their prefix lengths, or an expression in parentheses. */
  private static IndexDefinition index(String parts) {
    return index(
        Arrays.stream(parts.split(" ", -1)).map(IndexSizeTest::part).toArray(IndexPart[]::new));
  }

  private static IndexPart part(String text) {
    if (text.startsWith("(")) {
      return new IndexPart(Optional.empty(), Optional.of(text), OptionalInt.empty(), false);
    }
    String[] words = text.split(":", -1);
    OptionalInt prefix =
        words.length > 1 ? OptionalInt.of(Integer.parseInt(words[1])) : OptionalInt.empty();
    return new IndexPart(Optional.of(words[0]), Optional.empty(), prefix, false);
  }

  /** An entry: 7 bytes, its parts, and the primary key of 8 bytes, or a row number of 6. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a,           19, 17, 5",
    "A,           19, 17, 5",
    "s,           46, 44, 361",
    "s:10,        25, 23, 41",
    "s:50,        46, 44, 201",
    "a s,         50, 48, 366",
    "(lower(s)),  47, 45, 65",
    "unknown,     47, 45, 65",
  })
  void pagesAndKeysFollowFromTheTypes(String parts, double pages, double keyless, int keyBytes) {
    TableColumns columns = columns(maker(table("t")));
    TableColumns without = columns(maker(TableMaker.keyless("t")));

    assertThat(IndexSize.pages(columns, IndexSize.clusterBytes(columns), index(parts), ROWS))
        .isEqualTo(pages);
    assertThat(IndexSize.pages(without, IndexSize.clusterBytes(without), index(parts), ROWS))
        .isEqualTo(keyless);
    assertThat(IndexSize.pages(columns, 0, index(parts), 0)).as("no rows").isEqualTo(1);
    assertThat(IndexSize.keyBytes(columns, index(parts))).isEqualTo(keyBytes);
    assertThat(IndexSize.rowBytes(columns)).as("8 + 4 + 31 + 20").isEqualTo(63);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "DYNAMIC, varchar(768),   true",
    "DYNAMIC, varchar(769),   false",
    "DYNAMIC, varchar(767) a, false",
    "DYNAMIC, varchar(766) a, true",
    "compact, varbinary(767), true",
    "COMPACT, varbinary(768), false",
    "REDUNDANT, varbinary(768), false",
    "COMPACT, varbinary(767) a, true",
  })
  void innoDbTakesSoManyBytes(String format, String columns, boolean fits) {
    String[] words = columns.split(" ", -1);
    TableColumns table =
        columns(table("t").column("x", words[0]).column("a", "bigint").rowFormat(format));
    String parts = words.length > 1 ? "x a" : "x";

    assertThat(IndexSize.fits(table, index(parts))).isEqualTo(fits);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "tinyint(1)    | 1  | 1",
        "smallint      | 2  | 2",
        "date          | 3  | 3",
        "int(11)       | 4  | 4",
        "double        | 8  | 8",
        "decimal(12,2) | 7  | 7",
        "decimal       | 6  | 6",
        "time          | 3  | 3",
        "time(1)       | 4  | 4",
        "timestamp(3)  | 6  | 6",
        "datetime      | 5  | 5",
        "datetime(6)   | 8  | 8",
        "enum('a','b') | 1  | 1",
        "bit(12)       | 2  | 2",
        "set('a','b')  | 1  | 1",
        "uuid          | 16 | 16",
        "char          | 1  | 4",
        "char(10)      | 10 | 40",
        "binary(16)    | 16 | 16",
        "varchar(30)   | 11 | 120",
        "varchar(300)  | 41 | 1200",
        "varbinary(2)  | 2  | 2",
        "text          | 41 | 1020",
        "json          | 40 | 40",
      })
  void aValueTakesSoManyBytes(String type, double usual, int most) {
    ColumnType read = columns(table("t").column("x", type)).type("X").orElseThrow();

    assertThat(read.usualBytes()).isEqualTo(usual);
    assertThat(read.keyBytes()).isEqualTo(most);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"500, 1000, 0.5", "1000, 1000, 1", "2000, 1000, 1", "0, 1000, 0", "7, 0, NaN"})
  void whatIsInMemoryIsMeasuredByLeaves(long cached, double leaves, double residency) {
    assertThat(Residency.measured(OptionalLong.of(cached), leaves))
        .isEqualTo(Double.valueOf(residency));
    assertThat(Residency.measured(OptionalLong.empty(), leaves)).isNaN();
  }
}
