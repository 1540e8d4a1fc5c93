package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.impl.list.mutable.primitive.ByteArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** Collects the uses of one row after the other. */
final class TableUsesBuilder {

  private static final class Use {
    private int flags;
    private int chain = -1;
  }

  private final IntArrayList starts = IntArrayList.newListWith(0);
  private final IntArrayList tables = new IntArrayList();
  private final ByteArrayList flags = new ByteArrayList();
  private final IntArrayList chains = new IntArrayList();
  private final List<Saying> chainTexts = new ArrayList<>();
  private final Map<Saying, Integer> chainIndexes = new HashMap<>();
  private final TreeMap<Integer, Use> row = new TreeMap<>();

  /** Adds a use to the row; a table that is there keeps its chain unless a write adds one. */
  void use(int table, int how, Optional<Saying> chain) {
    Use use = row.computeIfAbsent(table, unused -> new Use());
    boolean write = (how & TableUses.INFERRED_WRITE) != 0;
    if (chain.isPresent() && (use.chain < 0 || write)) {
      use.chain = indexOf(chain.get());
    }
    use.flags |= how;
  }

  /** Ends the row. */
  void next() {
    row.forEach(
        (table, use) -> {
          tables.add(table);
          flags.add((byte) use.flags);
          chains.add(use.chain);
        });
    row.clear();
    starts.add(tables.size());
  }

  private int indexOf(Saying chain) {
    Integer known = chainIndexes.get(chain);
    if (known != null) {
      return known;
    }
    chainIndexes.put(chain, chainTexts.size());
    chainTexts.add(chain);
    return chainTexts.size() - 1;
  }

  TableUses build() {
    return new TableUses(
        starts.toArray(), tables.toArray(), flags.toArray(), chains.toArray(), chainTexts);
  }
}
