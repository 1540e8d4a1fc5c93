package dev.watershed.workload;

/** Figures per digest, schema and origin while they are collected. */
final class StatementRows {

  private final ExecutionBatch batch = new ExecutionBatch();
  private MeasureRows rows = StatementTable.newRows();

  /** Adds an execution. */
  void add(Execution execution) {
    long key =
        StatementTable.key(execution.textIndex(), execution.schemaIndex(), execution.originIndex());
    batch.add(key, execution.figures(), execution.weight());
    if (batch.full()) {
      batch.flush(rows);
    }
  }

  /** Adds a row that was merged before. */
  void add(
      int textIndex, int schemaIndex, int originIndex, long[] figures, LatencyHistogram histogram) {
    int row = rows.rowOf(StatementTable.key(textIndex, schemaIndex, originIndex));
    rows.addFigures(row, figures, 0, 1);
    rows.histogram(row).merge(histogram);
  }

  /** Takes over the rows of another table. */
  void merge(StatementRows other, int[] textMap, int[] schemaMap, int[] originMap) {
    batch.flush(rows);
    other.batch.flush(other.rows);
    addAll(other.rows, textMap, schemaMap, originMap);
  }

  /** Moves rows to other digests, schemas and origins. */
  void remap(int[] textMap, int[] schemaMap, int[] originMap) {
    batch.flush(rows);
    MeasureRows all = rows;
    rows = StatementTable.newRows();
    addAll(all, textMap, schemaMap, originMap);
  }

  StatementTable toTable() {
    batch.flush(rows);
    return new StatementTable(rows);
  }

  private void addAll(MeasureRows other, int[] textMap, int[] schemaMap, int[] originMap) {
    for (int row = 0; row < other.size(); row++) {
      long key = other.key(row);
      rows.merge(
          StatementTable.key(
              textMap[StatementTable.textIndex(key)],
              schemaMap[StatementTable.schemaIndex(key)],
              originMap[StatementTable.originIndex(key)]),
          other,
          row);
    }
  }
}
