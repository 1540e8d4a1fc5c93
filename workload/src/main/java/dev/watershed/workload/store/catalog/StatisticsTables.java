package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.IndexStatistics;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.column.Micros;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowSection;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/** The statistics of a catalog as tables. */
final class StatisticsTables {

  private static final long UNKNOWN = -1;

  private StatisticsTables() {}

  static void encode(List<TableStatistics> tables, SectionTables into) {
    List<IndexStatistics> indexes = new ArrayList<>();
    int[] indexesEnd = new int[tables.size()];
    for (int row = 0; row < indexesEnd.length; row++) {
      indexes.addAll(tables.get(row).indexes());
      indexesEnd[row] = indexes.size();
    }
    TableWriter writer =
        new TableWriter(tables.size())
            .texts(CatalogColumns.SCHEMA, texts(tables, TableStatistics::schema))
            .texts(CatalogColumns.TABLE, texts(tables, TableStatistics::table))
            .longs(
                CatalogColumns.TAKEN_AT_MICROS,
                tables.stream().mapToLong(table -> Micros.of(table.takenAt())).toArray())
            .longs(CatalogColumns.ROWS, known(tables, TableStatistics::rows))
            .longs(CatalogColumns.DATA_BYTES, known(tables, TableStatistics::dataBytes))
            .longs(CatalogColumns.INDEX_BYTES, known(tables, TableStatistics::indexBytes))
            .longs(CatalogColumns.FREE_BYTES, known(tables, TableStatistics::freeBytes))
            .longs(
                CatalogColumns.AUTO_INCREMENT, bits(tables, table -> bits(table.autoIncrement())))
            .longs(
                CatalogColumns.AUTO_INCREMENT_LIMIT,
                bits(tables, table -> bits(table.autoIncrementLimit())))
            .ints(CatalogColumns.INDEXES_END, indexesEnd);
    into.add(WindowSection.TABLE_STATISTICS, tables.size(), writer);
    indexes(indexes, into);
  }

  private static void indexes(List<IndexStatistics> indexes, SectionTables into) {
    List<Long> distinct = new ArrayList<>();
    int[] distinctEnd = new int[indexes.size()];
    for (int row = 0; row < distinctEnd.length; row++) {
      indexes.get(row).distinct().forEach(distinct::add);
      distinctEnd[row] = distinct.size();
    }
    into.add(
        WindowSection.INDEX_STATISTICS,
        indexes.size(),
        new TableWriter(indexes.size())
            .texts(CatalogColumns.INDEX, texts(indexes, IndexStatistics::index))
            .longs(CatalogColumns.PAGES, known(indexes, IndexStatistics::pages))
            .longs(CatalogColumns.LEAF_PAGES, known(indexes, IndexStatistics::leafPages))
            .longs(CatalogColumns.CACHED_PAGES, known(indexes, IndexStatistics::cachedPages))
            .ints(CatalogColumns.DISTINCT_END, distinctEnd));
    into.add(
        WindowSection.INDEX_DISTINCT,
        distinct.size(),
        new TableWriter(distinct.size())
            .longs(
                CatalogColumns.DISTINCT, distinct.stream().mapToLong(Long::longValue).toArray()));
  }

  static List<TableStatistics> decode(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    List<IndexStatistics> indexes = indexes(window, memory);
    try (ColumnTable table = window.table(WindowSection.TABLE_STATISTICS, memory)) {
      List<String> schemas = table.texts(CatalogColumns.SCHEMA);
      List<String> names = table.texts(CatalogColumns.TABLE);
      long[] takenAt = table.array(CatalogColumns.TAKEN_AT_MICROS);
      long[] rows = table.array(CatalogColumns.ROWS);
      long[] dataBytes = table.array(CatalogColumns.DATA_BYTES);
      long[] indexBytes = table.array(CatalogColumns.INDEX_BYTES);
      long[] freeBytes = table.array(CatalogColumns.FREE_BYTES);
      long[] next = table.array(CatalogColumns.AUTO_INCREMENT);
      long[] limit = table.array(CatalogColumns.AUTO_INCREMENT_LIMIT);
      int[] ends =
          ends(table, CatalogColumns.INDEXES_END, indexes.size(), WindowSection.INDEX_STATISTICS);
      List<TableStatistics> all = new ArrayList<>(rows.length);
      for (int row = 0; row < rows.length; row++) {
        all.add(
            new TableStatistics(
                schemas.get(row),
                names.get(row),
                Micros.instant(takenAt[row]),
                known(rows[row]),
                known(dataBytes[row]),
                known(indexBytes[row]),
                known(freeBytes[row]),
                unsigned(next[row]),
                unsigned(limit[row]),
                indexes.subList(row == 0 ? 0 : ends[row - 1], ends[row])));
      }
      return all;
    }
  }

  private static List<IndexStatistics> indexes(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(WindowSection.INDEX_STATISTICS, memory);
        ColumnTable values = window.table(WindowSection.INDEX_DISTINCT, memory)) {
      List<String> names = table.texts(CatalogColumns.INDEX);
      long[] pages = table.array(CatalogColumns.PAGES);
      long[] leafPages = table.array(CatalogColumns.LEAF_PAGES);
      long[] cachedPages = table.array(CatalogColumns.CACHED_PAGES);
      long[] distinct = values.array(CatalogColumns.DISTINCT);
      int[] ends =
          ends(table, CatalogColumns.DISTINCT_END, distinct.length, WindowSection.INDEX_DISTINCT);
      List<IndexStatistics> all = new ArrayList<>(pages.length);
      for (int row = 0; row < pages.length; row++) {
        long[] own = Arrays.copyOfRange(distinct, row == 0 ? 0 : ends[row - 1], ends[row]);
        all.add(
            new IndexStatistics(
                names.get(row),
                known(pages[row]),
                known(leafPages[row]),
                known(cachedPages[row]),
                LongLists.immutable.of(own)));
      }
      return all;
    }
  }

  private static int[] ends(ColumnTable table, Column.Ints column, int size, WindowSection of)
      throws UnreadableFileException {
    int[] ends = table.array(column);
    StoredWindow.checkEnds(ends, ends.length, size, of);
    return ends;
  }

  private static <T> List<String> texts(List<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toList();
  }

  private static <T> long[] known(List<T> rows, Function<T, OptionalLong> value) {
    return rows.stream().mapToLong(row -> value.apply(row).orElse(UNKNOWN)).toArray();
  }

  private static OptionalLong known(long value) {
    return value == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static <T> long[] bits(List<T> rows, ToLongFunction<T> value) {
    return rows.stream().mapToLong(value).toArray();
  }

  private static long bits(Optional<BigInteger> number) {
    return number.map(BigInteger::longValue).orElse(0L);
  }

  private static Optional<BigInteger> unsigned(long bits) {
    return bits == 0 ? Optional.empty() : Optional.of(new BigInteger(Long.toUnsignedString(bits)));
  }
}
