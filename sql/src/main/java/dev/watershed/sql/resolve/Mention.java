package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.lexical.TableUse;

/** A table named at one place of a statement. Whether it is written may show later. */
final class Mention {

  private final TableRef table;
  private final boolean throughView;
  private TableUse use;

  Mention(TableRef table, TableUse use, boolean throughView) {
    this.table = table;
    this.use = use;
    this.throughView = throughView;
  }

  TableRef table() {
    return table;
  }

  void isWritten() {
    use = TableUse.WRITE;
  }

  NamedTable named() {
    return new NamedTable(table, use, throughView);
  }
}
