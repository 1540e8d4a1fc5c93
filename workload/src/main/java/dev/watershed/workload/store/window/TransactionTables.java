package dev.watershed.workload.store.window;

import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.TransactionTable;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.ContainerWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/** Transactions while they are written: their classes, the digests of these, and the figures. */
final class TransactionTables {

  static final Comparator<TransactionClass> BY_CONTENT =
      Comparator.comparingLong(TransactionClass::id);

  private final TransactionTable table;
  private final NameTables names;

  TransactionTables(TransactionTable table, NameTables names) {
    this.table = table;
    this.names = names;
  }

  void write(ContainerWriter file, Compression compression) {
    TreeMap<TransactionClass, Integer> ids = new TreeMap<>(BY_CONTENT);
    for (int row = 0; row < table.size(); row++) {
      ids.put(table.transactionClass(row), 0);
    }
    List<TransactionClass> classes = new ArrayList<>(ids.keySet());
    for (int id = 0; id < classes.size(); id++) {
      ids.put(classes.get(id), id);
    }
    writeClasses(classes, file, compression);
    int[] classIds = new int[table.size()];
    int[] originIds = new int[table.size()];
    for (int row = 0; row < table.size(); row++) {
      classIds[row] = ids.get(table.transactionClass(row));
      originIds[row] = names.originId(table.originIndex(row));
    }
    writeFigures(classIds, originIds, file, compression);
  }

  static void writeClasses(
      List<TransactionClass> classes, ContainerWriter file, Compression compression) {
    LongArrayList digests = new LongArrayList();
    int[] truncated = new int[classes.size()];
    int[] digestsEnd = new int[classes.size()];
    for (int id = 0; id < classes.size(); id++) {
      TransactionClass group = classes.get(id);
      digests.addAll(group.digests());
      truncated[id] = group.truncated() ? 1 : 0;
      digestsEnd[id] = digests.size();
    }
    file.add(
        WindowSection.TRANSACTION_CLASSES.key(),
        new TableWriter(classes.size())
            .ints(WindowColumns.TRUNCATED, truncated)
            .ints(WindowColumns.DIGESTS_END, digestsEnd)
            .encode(compression));
    file.add(
        WindowSection.TRANSACTION_DIGESTS.key(),
        new TableWriter(digests.size())
            .longs(WindowColumns.DIGEST, digests.toArray())
            .encode(compression));
  }

  /** Transactions by class and origin. */
  static int[] order(TransactionTable table, NameTables names) {
    return RowOrder.of(
        table.size(),
        (a, b) -> {
          int byClass = BY_CONTENT.compare(table.transactionClass(a), table.transactionClass(b));
          return byClass != 0
              ? byClass
              : Integer.compare(
                  names.originId(table.originIndex(a)), names.originId(table.originIndex(b)));
        });
  }

  private void writeFigures(
      int[] classIds, int[] originIds, ContainerWriter file, Compression compression) {
    int[] order = order(table, names);
    int[] classes = new int[order.length];
    int[] origins = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      classes[place] = classIds[order[place]];
      origins[place] = originIds[order[place]];
    }
    TableWriter columns =
        new TableWriter(order.length)
            .ints(WindowColumns.CLASS, classes)
            .ints(WindowColumns.ORIGIN, origins);
    for (TransactionMeasure measure : TransactionMeasure.values()) {
      long[] values = new long[order.length];
      for (int place = 0; place < order.length; place++) {
        values[place] = table.value(order[place], measure);
      }
      columns.longs(WindowColumns.of(measure), values);
    }
    file.add(WindowSection.TRANSACTIONS.key(), columns.encode(compression));
  }
}
