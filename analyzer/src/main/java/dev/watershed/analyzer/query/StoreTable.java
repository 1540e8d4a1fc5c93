package dev.watershed.analyzer.query;

import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.List;

/**
 * A table that is read from a store. Damaged windows are left out, and the source knows them.
 *
 * @param <P> what a part is read from
 */
record StoreTable<P extends TablePart>(QueryTable<P> table, QuerySource source)
    implements ScannedTable {

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public List<QueryColumn> columns() {
    return table.columns().stream().map(PartColumn::column).toList();
  }

  @Override
  public int parts() {
    return table.parts().count(source);
  }

  @Override
  public Rows read(int part, List<Integer> wanted, PartReader reader) {
    try {
      return table.read(source, part, wanted, reader);
    } catch (UnreadableFileException damaged) {
      source.skip(source.window(part), damaged);
      return Rows.NONE;
    }
  }
}
