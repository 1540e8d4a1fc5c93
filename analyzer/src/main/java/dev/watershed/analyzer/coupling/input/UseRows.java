package dev.watershed.analyzer.coupling.input;

import java.util.List;

/** The uses of statements as columns. */
final class UseRows {

  private UseRows() {}

  static TableUses of(List<ResolvedStatement> statements, CoupledTables tables) {
    TableUsesBuilder uses = new TableUsesBuilder();
    for (ResolvedStatement statement : statements) {
      add(statement, tables, uses);
      uses.next();
    }
    return uses.build();
  }

  /** Adds the uses of a statement to the row that is being made. */
  static void add(ResolvedStatement statement, CoupledTables tables, TableUsesBuilder uses) {
    for (ResolvedStatement.Use use : statement.uses()) {
      CoupledTable table = use.table();
      int found = tables.find(table.dataSet(), table.schema(), table.name()).orElseThrow();
      uses.use(found, use.how(), use.chain());
    }
  }
}
