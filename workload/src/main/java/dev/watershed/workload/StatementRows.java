package dev.watershed.workload;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/** Figures per digest, schema and origin while they are collected, bounded by combination. */
final class StatementRows {

  /** A combination whose schema is the one in force where this part began. */
  private record Carried(long textHash, long originHash) {}

  private final ExecutionBatch batch = new ExecutionBatch();
  private final Combinations pairs = new Combinations();
  private final Combinations triples = new Combinations();
  private final Set<Carried> carried = new HashSet<>();
  private MeasureRows rows = StatementTable.newRows();
  private Optional<RestingRows> resting = Optional.empty();
  private int settledRows;

  Combinations pairs() {
    return pairs;
  }

  Combinations triples() {
    return triples;
  }

  /** Packs the rows until they are looked at again. */
  void rest() {
    batch.flush(rows());
    resting = Optional.of(RestingRows.of(rows));
    rows = StatementTable.newRows();
  }

  private MeasureRows rows() {
    if (resting.isPresent()) {
      rows = resting.get().unpack();
      resting = Optional.empty();
    }
    return rows;
  }

  /** Adds an execution. */
  void add(Execution execution) {
    long key =
        StatementTable.key(execution.textIndex(), execution.schemaIndex(), execution.originIndex());
    batch.add(key, execution.figures(), execution.weight());
    if (batch.full()) {
      batch.flush(rows());
    }
  }

  /** Adds a row that was merged before. */
  void add(
      int textIndex, int schemaIndex, int originIndex, long[] figures, LatencyHistogram histogram) {
    int row = rows().rowOf(StatementTable.key(textIndex, schemaIndex, originIndex));
    rows().addFigures(row, figures, 0, 1);
    rows().histogram(row).merge(histogram);
  }

  /** Whether there are twice as many rows as may stay, so that bounds should be applied. */
  boolean crowded(WorkloadBounds bounds) {
    return rows().size() > 2 * Math.max(settledRows, bounds.mostStatementRows());
  }

  /** Whether no row can be beyond the bounds, unless names are. */
  boolean settled(WorkloadBounds bounds) {
    batch.flush(rows());
    return pairs.settled(rows().size(), bounds.digestSchemas())
        && triples.settled(rows().size(), bounds.statements());
  }

  /**
   * Takes over the rows of another table.
   *
   * @param carriedSchemaHash the hash of the schema in force where the other part began
   */
  void merge(
      StatementRows other,
      int[] textMap,
      int[] schemaMap,
      int[] originMap,
      long carriedSchemaHash) {
    batch.flush(rows());
    other.batch.flush(other.rows());
    pairs.merge(other.pairs);
    triples.merge(other.triples);
    resolve(other.carried, carriedSchemaHash);
    for (int row = 0; row < other.rows().size(); row++) {
      long key = other.rows().key(row);
      rows()
          .merge(
              StatementTable.key(
                  textMap[StatementTable.textIndex(key)],
                  schemaMap[StatementTable.schemaIndex(key)],
                  originMap[StatementTable.originIndex(key)]),
              other.rows(),
              row);
    }
  }

  /** Applies the bounds, those of names as they were just applied. */
  void settle(Moved texts, Moved schemas, Moved origins, WorkloadBounds bounds) {
    batch.flush(rows());
    StatementLumping lumping = new StatementLumping(texts, schemas, origins, pairs, triples);
    LongHashSet pairRanks = new LongHashSet();
    LongHashSet tripleRanks = new LongHashSet();
    for (int row = 0; row < rows().size(); row++) {
      long key = rows().key(row);
      if (lumping.hasPair(key)) {
        pairRanks.add(lumping.pair(key));
      }
      if (lumping.hasTriple(key)) {
        tripleRanks.add(lumping.triple(key));
      }
    }
    boolean beyond =
        pairs.bound(pairRanks, bounds.digestSchemas())
            | triples.bound(tripleRanks, bounds.statements());
    if (beyond || texts.any() || schemas.any() || origins.any()) {
      move(lumping, texts, origins);
    }
    settledRows = rows().size();
  }

  /** Takes the schema in force where this part began for none: nobody will tell it any more. */
  void resolveCarried(long noSchemaHash) {
    batch.flush(rows());
    resolve(carried, noSchemaHash);
    carried.clear();
    MeasureRows all = rows();
    rows = StatementTable.newRows();
    for (int row = 0; row < all.size(); row++) {
      long key = all.key(row);
      int schema = StatementTable.schemaIndex(key);
      int known = schema == WorkloadBuilder.CARRIED_SCHEMA ? WorkloadBuilder.NO_SCHEMA : schema;
      int origin = StatementTable.originIndex(key);
      rows().merge(StatementTable.key(StatementTable.textIndex(key), known, origin), all, row);
    }
  }

  /** Whether there are rows of the schema in force where this part began. */
  boolean anyCarried() {
    batch.flush(rows());
    for (int row = 0; row < rows().size(); row++) {
      if (StatementTable.schemaIndex(rows().key(row)) == WorkloadBuilder.CARRIED_SCHEMA) {
        return true;
      }
    }
    return false;
  }

  StatementTable toTable() {
    batch.flush(rows());
    return new StatementTable(rows());
  }

  private void resolve(Set<Carried> combinations, long schemaHash) {
    for (Carried combination : combinations) {
      pairs.note(Combinations.rank(combination.textHash(), schemaHash));
      triples.note(Combinations.rank(combination.textHash(), schemaHash, combination.originHash()));
    }
  }

  private void move(StatementLumping lumping, Moved texts, Moved origins) {
    MeasureRows all = rows();
    rows = StatementTable.newRows();
    for (int row = 0; row < all.size(); row++) {
      long key = all.key(row);
      if (StatementTable.schemaIndex(key) == WorkloadBuilder.CARRIED_SCHEMA) {
        noteCarried(key, texts, origins);
      }
      rows().merge(lumping.move(key), all, row);
    }
  }

  private void noteCarried(long key, Moved texts, Moved origins) {
    int text = StatementTable.textIndex(key);
    int origin = StatementTable.originIndex(key);
    boolean whole = !texts.wasLumped(text) && !origins.wasLumped(origin);
    if (whole && (texts.isLumped(text) || origins.isLumped(origin))) {
      carried.add(new Carried(texts.hash(text), origins.hash(origin)));
    }
  }
}
