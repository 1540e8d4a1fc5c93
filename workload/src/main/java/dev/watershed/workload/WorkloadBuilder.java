package dev.watershed.workload;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Collects executions into the tables of a {@link Workload}. Not thread-safe: one builder per
 * thread, then {@link #merge}. Indexes that it hands out hold until {@link #generation()} changes.
 */
public final class WorkloadBuilder {

  /** The schema index of executions for which no schema is known. */
  public static final int NO_SCHEMA = 0;

  /** The schema index for "the one in force where this part began"; {@link #merge} replaces it. */
  public static final int CARRIED_SCHEMA = 1;

  private static final int LUMPED_SCHEMA = 2;
  private static final int LUMPED = 0;
  private static final List<String> RESERVED_SCHEMAS =
      List.of("", "\u0000carried", "(other schemas)");
  private static final long MICROS_PER_MINUTE = 60_000_000L;
  private static final int[] SLOT_MINUTES = {1, 5, 15, 60, 240, 1_440};

  private final WorkloadBounds bounds;
  private final ExecutionBatch batch = new ExecutionBatch();
  private MeasureRows statements = StatementTable.newRows();
  private MeasureRows minutes = MinuteTable.newRows();
  private TextRows texts = newTexts();
  private long textThreshold = -1L;
  private NameRows<String> schemas =
      new NameRows<>(RESERVED_SCHEMAS, LUMPED_SCHEMA, LowestHashes::hashOf);
  private NameRows<Origin> origins =
      new NameRows<>(List.of(Origin.LUMPED), LUMPED, Origin::stableHash);
  private final TransactionRows transactions = new TransactionRows();
  private final IssueCounts issues = new IssueCounts();
  private boolean sampled;
  private int slot;
  private int generation;

  public WorkloadBuilder(WorkloadBounds bounds) {
    this.bounds = bounds;
  }

  /** Changes whenever indexes handed out earlier are no longer valid. */
  public int generation() {
    return generation;
  }

  /** The index of a digest's text, or −1 when {@link #defineText} has to be called first. */
  public int textIndex(long digest) {
    int index = texts.find(digest);
    if (index >= 0) {
      return index;
    }
    return LowestHashes.stays(MeasureRows.mix(digest), textThreshold) ? -1 : LUMPED;
  }

  /** Makes a new digest known. */
  public int defineText(long digest, String fingerprint, boolean truncated) {
    return texts.add(digest, fingerprint, truncated);
  }

  /** The index of a schema name. */
  public int schemaIndex(String schema) {
    return schemas.indexOf(schema);
  }

  /** The name behind a schema index of this generation. */
  public String schemaName(int index) {
    return schemas.name(index);
  }

  /** The index of an origin. */
  public int originIndex(Origin origin) {
    return origins.indexOf(origin);
  }

  /** The origin behind an index of this generation. */
  public Origin origin(int index) {
    return origins.name(index);
  }

  /** Adds an execution. */
  public void add(Execution execution) {
    long key =
        StatementTable.key(execution.textIndex(), execution.schemaIndex(), execution.originIndex());
    batch.add(key, execution.figures(), execution.weight());
    if (batch.full()) {
      batch.flush(statements);
    }
    sampled |= execution.weight() != 1;
    if (execution.timed()) {
      addMinute(execution);
    }
    if (texts.size() > 2 * bounds.texts()
        || origins.over(2 * bounds.origins())
        || schemas.over(2 * bounds.schemas())) {
      compact();
    }
  }

  /**
   * Adds a transaction that ended.
   *
   * @param originIndex who ran it, as {@link #originIndex(Origin)} gave it
   * @param statements how many statements ran in it
   * @param statementTimeMicros the sum of their execution times
   * @param openTimeMicros from the start of the first one to the end of the last one
   */
  public void addTransaction(
      TransactionClass transactionClass,
      int originIndex,
      TransactionOutcome outcome,
      long statements,
      long statementTimeMicros,
      long openTimeMicros) {
    long[] figures = new long[TransactionMeasure.values().length];
    figures[TransactionMeasure.TRANSACTIONS.ordinal()] = 1;
    figures[TransactionMeasure.COMMITTED.ordinal()] =
        outcome == TransactionOutcome.COMMITTED ? 1 : 0;
    figures[TransactionMeasure.ROLLED_BACK.ordinal()] =
        outcome == TransactionOutcome.ROLLED_BACK ? 1 : 0;
    figures[TransactionMeasure.STATEMENTS.ordinal()] = statements;
    figures[TransactionMeasure.STATEMENT_TIME_MICROS.ordinal()] = statementTimeMicros;
    figures[TransactionMeasure.OPEN_TIME_MICROS.ordinal()] = openTimeMicros;
    transactions.add(transactionClass, originIndex, figures);
    if (transactions.over(2 * bounds.transactionClasses())) {
      compact();
    }
  }

  /**
   * Adds a row of figures that were merged before, such as one of a stored window. Bounds are not
   * applied until {@link #applyBounds()}, so that indexes hold while a table is added.
   *
   * @param figures by the order of {@link Measure}
   */
  public void addStatements(
      int textIndex, int schemaIndex, int originIndex, long[] figures, LatencyHistogram histogram) {
    int row = statements.rowOf(StatementTable.key(textIndex, schemaIndex, originIndex));
    statements.addFigures(row, figures, 0, 1);
    statements.histogram(row).merge(histogram);
  }

  /**
   * Adds a row of the minutes likewise.
   *
   * @param minute since 1970-01-01T00:00Z
   * @param figures those {@link Measure#perMinute() kept per minute}, in order
   */
  public void addMinutes(long minute, int originIndex, long[] figures, LatencyHistogram histogram) {
    int row = minutes.rowOf(MinuteTable.key(slotOf(minute), originIndex));
    minutes.addFigures(row, figures, 0, 1);
    minutes.histogram(row).merge(histogram);
    widen();
  }

  /**
   * Adds a row of the transactions likewise.
   *
   * @param figures by the order of {@link TransactionMeasure}
   */
  public void addTransactions(TransactionClass transactionClass, int originIndex, long[] figures) {
    transactions.add(transactionClass, originIndex, figures);
  }

  /** Lumps from now on what another workload lumped; to be called before anything is added. */
  public void lump(KeptHashes kept) {
    if (LowestHashes.stays(kept.texts(), textThreshold)) {
      textThreshold = kept.texts();
    }
    schemas.lowerThreshold(kept.schemas());
    origins.lowerThreshold(kept.origins());
    transactions.lowerThreshold(kept.transactionClasses());
  }

  /** Widens the rows of the minute table to at least this many minutes. */
  public void widenMinutes(int slotMinutes) {
    while (SLOT_MINUTES[slot] < slotMinutes && slot < SLOT_MINUTES.length - 1) {
      widenOnce();
    }
  }

  /** Notes that events may stand for several executions. */
  public void markSampled() {
    sampled = true;
  }

  /** Applies the bounds; indexes are invalid afterwards if {@link #generation()} changed. */
  public void applyBounds() {
    compact();
  }

  /** Whether a statement is the slowest of its digest so far and should be offered as a sample. */
  public boolean wantsSample(
      int textIndex, long timeMicros, long endedAtMicros, int file, long offset) {
    return textIndex != LUMPED && texts.slower(textIndex, timeMicros, endedAtMicros, file, offset);
  }

  /** Keeps a statement's bytes as the sample of its digest. */
  public void sample(
      int textIndex, long timeMicros, long endedAtMicros, int file, long offset, byte[] statement) {
    texts.sample(textIndex, timeMicros, endedAtMicros, file, offset, statement);
  }

  /** Counts an issue. {@code file} is the position of the source. */
  public void issue(IssueReason reason, long count, int file, long offset) {
    issues.add(reason, count, file, offset);
  }

  /**
   * Counts each fingerprint whose text was cut as an issue, where the digest's sample stands. For
   * the builder that has taken in all others: how many of them saw it does not matter.
   */
  public void countCutTexts() {
    compact();
    for (int text = 0; text < texts.size(); text++) {
      if (texts.truncated(text)) {
        issues.add(IssueReason.LONG_STATEMENT, 1, texts.sampleFile(text), texts.sampleOffset(text));
      }
    }
  }

  /**
   * Adds what another builder collected.
   *
   * @param carriedSchema the index here of the schema in force where the other's part began
   */
  public void merge(WorkloadBuilder other, int carriedSchema) {
    batch.flush(statements);
    other.batch.flush(other.statements);
    int[] originMap = origins.merge(other.origins);
    int[] schemaMap = schemas.merge(other.schemas);
    schemaMap[CARRIED_SCHEMA] = carriedSchema;
    if (LowestHashes.stays(other.textThreshold, textThreshold)) {
      textThreshold = other.textThreshold;
    }
    int[] textMap = new int[other.texts.size()];
    for (int text = 0; text < textMap.length; text++) {
      boolean stays = LowestHashes.stays(MeasureRows.mix(other.texts.digest(text)), textThreshold);
      textMap[text] = text == LUMPED || !stays ? LUMPED : texts.merge(other.texts, text);
    }
    mergeStatements(other.statements, textMap, schemaMap, originMap);
    mergeMinutes(other, originMap);
    transactions.merge(other.transactions, originMap);
    issues.merge(other.issues);
    sampled |= other.sampled;
    compact();
  }

  /** The workload collected; the builder is not to be used afterwards. */
  public Workload build(
      List<SourceFile> sources, OptionalDouble longQueryTimeSeconds, SampleWriter writer) {
    compact();
    List<StatementText> written = new java.util.ArrayList<>(texts.size());
    for (int text = 0; text < texts.size(); text++) {
      written.add(text == LUMPED ? StatementText.LUMPED : texts.toText(text, writer));
    }
    Quality quality =
        new Quality(issues.toIssues(sources), longQueryTimeSeconds, sampled, SLOT_MINUTES[slot]);
    return new Workload(
        new StatementTable(statements),
        new MinuteTable(minutes),
        new TransactionTable(transactions),
        written,
        schemas.names(),
        origins.names(),
        quality,
        sources,
        new KeptHashes(
            textThreshold, schemas.threshold(), origins.threshold(), transactions.threshold()));
  }

  private void addMinute(Execution execution) {
    long minute = Math.floorDiv(execution.value(Measure.LAST_SEEN_MICROS), MICROS_PER_MINUTE);
    long key = MinuteTable.key(slotOf(minute), execution.originIndex());
    minutes.add(minutes.rowOf(key), execution.figures(), execution.weight());
    widen();
  }

  private long slotOf(long minute) {
    return slot == 0 ? minute : minute - Math.floorMod(minute, (long) SLOT_MINUTES[slot]);
  }

  private void widen() {
    while (minutes.size() > bounds.minuteRows() && slot < SLOT_MINUTES.length - 1) {
      widenOnce();
    }
  }

  private void widenOnce() {
    slot++;
    MeasureRows narrow = minutes;
    minutes = MinuteTable.newRows();
    for (int row = 0; row < narrow.size(); row++) {
      long key = narrow.key(row);
      minutes.merge(
          MinuteTable.key(slotOf(MinuteTable.minute(key)), MinuteTable.originIndex(key)),
          narrow,
          row);
    }
  }

  private void mergeStatements(MeasureRows rows, int[] text, int[] schema, int[] origin) {
    for (int row = 0; row < rows.size(); row++) {
      long key = rows.key(row);
      statements.merge(
          StatementTable.key(
              text[StatementTable.textIndex(key)],
              schema[StatementTable.schemaIndex(key)],
              origin[StatementTable.originIndex(key)]),
          rows,
          row);
    }
  }

  private void mergeMinutes(WorkloadBuilder other, int[] originMap) {
    slot = Math.max(slot, other.slot);
    MeasureRows own = minutes;
    minutes = MinuteTable.newRows();
    int[] same = java.util.stream.IntStream.range(0, origins.size()).toArray();
    addMinutes(own, same);
    addMinutes(other.minutes, originMap);
    widen();
  }

  private void addMinutes(MeasureRows rows, int[] originMap) {
    for (int row = 0; row < rows.size(); row++) {
      long key = rows.key(row);
      int origin = originMap[MinuteTable.originIndex(key)];
      minutes.merge(MinuteTable.key(slotOf(MinuteTable.minute(key)), origin), rows, row);
    }
  }

  /** Applies the bounds: what is beyond them moves to the lumped rows. */
  private void compact() {
    batch.flush(statements);
    boolean fits =
        texts.size() - 1 <= bounds.texts()
            && !origins.over(bounds.origins())
            && !schemas.over(bounds.schemas())
            && !transactions.over(bounds.transactionClasses());
    if (fits) {
      return;
    }
    generation++;
    int[] originMap = new int[origins.size()];
    origins = origins.bounded(bounds.origins(), originMap);
    int[] schemaMap = new int[schemas.size()];
    schemas = schemas.bounded(bounds.schemas(), schemaMap);
    int[] textMap = boundTexts();
    transactions.remap(bounds.transactionClasses(), originMap);
    MeasureRows all = statements;
    statements = StatementTable.newRows();
    mergeStatements(all, textMap, schemaMap, originMap);
    MeasureRows allMinutes = minutes;
    minutes = MinuteTable.newRows();
    addMinutes(allMinutes, originMap);
  }

  private int[] boundTexts() {
    TextRows all = texts;
    long[] hashes = new long[all.size() - 1];
    for (int text = 1; text < all.size(); text++) {
      hashes[text - 1] = MeasureRows.mix(all.digest(text));
    }
    long lower = LowestHashes.threshold(hashes, bounds.texts());
    textThreshold = LowestHashes.stays(lower, textThreshold) ? lower : textThreshold;
    texts = newTexts();
    int[] map = new int[all.size()];
    for (int text = 1; text < map.length; text++) {
      if (LowestHashes.stays(hashes[text - 1], textThreshold)) {
        map[text] = texts.merge(all, text);
      }
    }
    return map;
  }

  private static TextRows newTexts() {
    TextRows rows = new TextRows();
    rows.add(StatementText.LUMPED.digest(), StatementText.LUMPED.fingerprint(), false);
    return rows;
  }
}
