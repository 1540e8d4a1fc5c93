package dev.watershed.workload.store.window;

import dev.watershed.workload.LumpedCombinations;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/** The combinations without a row of their own as a table: which kind, and the rank. */
final class LumpedTable {

  private static final int KINDS = 3;

  private LumpedTable() {}

  /** The table of some workloads, one after the other; none where no combination was lumped. */
  static Optional<ByteBuffer> encode(List<LumpedCombinations> lumped, Compression compression) {
    IntArrayList kinds = new IntArrayList();
    LongArrayList ranks = new LongArrayList();
    for (LumpedCombinations one : lumped) {
      List<ImmutableLongList> lists =
          List.of(one.digestSchemas(), one.statements(), one.transactions());
      for (int kind = 0; kind < KINDS; kind++) {
        ranks.addAll(lists.get(kind));
        while (kinds.size() < ranks.size()) {
          kinds.add(kind);
        }
      }
    }
    return ranks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TableWriter(ranks.size())
                .ints(WindowColumns.KIND, kinds.toArray())
                .longs(WindowColumns.RANK, ranks.toArray())
                .encode(compression));
  }

  /** The rows of a workload. */
  static int rows(LumpedCombinations lumped) {
    return lumped.digestSchemas().size()
        + lumped.statements().size()
        + lumped.transactions().size();
  }

  /** What a table says; kinds of a later version are passed over. */
  static LumpedCombinations decode(ColumnTable table) throws UnreadableFileException {
    int[] kinds = table.array(WindowColumns.KIND);
    long[] ranks = table.array(WindowColumns.RANK);
    LongArrayList[] lists = new LongArrayList[KINDS];
    java.util.Arrays.setAll(lists, kind -> new LongArrayList());
    for (int row = 0; row < kinds.length; row++) {
      if (kinds[row] >= 0 && kinds[row] < KINDS) {
        lists[kinds[row]].add(ranks[row]);
      }
    }
    return new LumpedCombinations(
        lists[0].toImmutable(), lists[1].toImmutable(), lists[2].toImmutable());
  }
}
