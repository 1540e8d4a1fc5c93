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

  private final WorkloadBounds bounds;
  private final StatementRows statements = new StatementRows();
  private final MinuteRows minutes;
  private final BoundedTexts texts = new BoundedTexts();
  private NameRows<String> schemas =
      new NameRows<>(RESERVED_SCHEMAS, LUMPED_SCHEMA, LowestHashes::hashOf);
  private NameRows<Origin> origins =
      new NameRows<>(List.of(Origin.LUMPED), LUMPED, Origin::stableHash);
  private final TransactionRows transactions = new TransactionRows();
  private final IssueCounts issues = new IssueCounts();
  private boolean sampled;
  private int generation;

  public WorkloadBuilder(WorkloadBounds bounds) {
    this.bounds = bounds;
    this.minutes = new MinuteRows(bounds.minuteRows());
  }

  /** Changes whenever indexes handed out earlier are no longer valid. */
  public int generation() {
    return generation;
  }

  /** The index of a digest's text, or −1 when {@link #defineText} has to be called first. */
  public int textIndex(long digest) {
    return texts.find(digest);
  }

  /** Makes a new digest known. */
  public int defineText(long digest, String fingerprint, boolean truncated) {
    return texts.define(digest, fingerprint, truncated);
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
    statements.add(execution);
    sampled |= execution.weight() != 1;
    if (execution.timed()) {
      minutes.add(execution);
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
    transactions.add(
        transactionClass, originIndex, outcome, statements, statementTimeMicros, openTimeMicros);
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
    statements.add(textIndex, schemaIndex, originIndex, figures, histogram);
  }

  /**
   * Adds a row of the minutes likewise.
   *
   * @param minute since 1970-01-01T00:00Z
   * @param figures those {@link Measure#perMinute() kept per minute}, in order
   */
  public void addMinutes(long minute, int originIndex, long[] figures, LatencyHistogram histogram) {
    minutes.add(minute, originIndex, figures, histogram);
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
    texts.lowerThreshold(kept.texts());
    schemas.lowerThreshold(kept.schemas());
    origins.lowerThreshold(kept.origins());
    transactions.lowerThreshold(kept.transactionClasses());
  }

  /** Widens the rows of the minute table to at least this many minutes. */
  public void widenMinutes(int slotMinutes) {
    minutes.widenTo(slotMinutes);
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
    return texts.wantsSample(textIndex, timeMicros, endedAtMicros, file, offset);
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
    texts.countCut(issues);
  }

  /**
   * Adds what another builder collected.
   *
   * @param carriedSchema the index here of the schema in force where the other's part began
   */
  public void merge(WorkloadBuilder other, int carriedSchema) {
    int[] originMap = origins.merge(other.origins);
    int[] schemaMap = schemas.merge(other.schemas);
    schemaMap[CARRIED_SCHEMA] = carriedSchema;
    statements.merge(other.statements, texts.merge(other.texts), schemaMap, originMap);
    minutes.merge(other.minutes, originMap);
    transactions.merge(other.transactions, originMap);
    issues.merge(other.issues);
    sampled |= other.sampled;
    compact();
  }

  /** The workload collected; the builder is not to be used afterwards. */
  public Workload build(
      List<SourceFile> sources, OptionalDouble longQueryTimeSeconds, SampleWriter writer) {
    compact();
    Quality quality =
        new Quality(issues.toIssues(sources), longQueryTimeSeconds, sampled, minutes.slotMinutes());
    return new Workload(
        statements.toTable(),
        minutes.toTable(),
        new TransactionTable(transactions),
        texts.toTexts(writer),
        schemas.names(),
        origins.names(),
        quality,
        sources,
        new KeptHashes(
            texts.threshold(), schemas.threshold(), origins.threshold(), transactions.threshold()));
  }

  /** Applies the bounds: what is beyond them moves to the lumped rows. */
  private void compact() {
    boolean fits =
        !texts.over(bounds.texts())
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
    int[] textMap = texts.bound(bounds.texts());
    transactions.remap(bounds.transactionClasses(), originMap);
    statements.remap(textMap, schemaMap, originMap);
    minutes.remap(originMap);
  }
}
