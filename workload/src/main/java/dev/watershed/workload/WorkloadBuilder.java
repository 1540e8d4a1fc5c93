package dev.watershed.workload;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

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
  private final NameRows<String> schemas =
      new NameRows<>(RESERVED_SCHEMAS, LUMPED_SCHEMA, LowestHashes::hashOf);
  private final NameRows<Origin> origins =
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

  /**
   * Adds what is known of a digest's text elsewhere: it is there where either is, and whole
   * likewise.
   *
   * @param fingerprint asked for only while the text is {@link StatementText#MISSING}
   */
  public void completeText(int textIndex, Supplier<String> fingerprint, boolean truncated) {
    texts.complete(textIndex, fingerprint, truncated);
  }

  /** The index of a schema name. */
  public int schemaIndex(String schema) {
    return schemas.indexOf(schema);
  }

  /** The name behind a schema index of this generation. */
  public String schemaName(int index) {
    return schemas.name(index);
  }

  /** One more than the highest index of a schema name in this generation. */
  public int schemaCount() {
    return schemas.size();
  }

  /** The index of an origin. */
  public int originIndex(Origin origin) {
    return origins.indexOf(origin);
  }

  /** One more than the highest index of an origin in this generation. */
  public int originCount() {
    return origins.size();
  }

  /** The origin behind an index of this generation. */
  public Origin origin(int index) {
    return origins.name(index);
  }

  /** Adds an execution. */
  public void add(Execution execution) {
    statements.add(execution);
    sampled |= execution.weight() != 1;
    if (execution.timed() && minutes.add(execution)) {
      minutes.fit(origins.kept(bounds.origins()));
    }
    if (crowded()) {
      settle();
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
    if (transactions.crowded(bounds)) {
      settle();
    }
  }

  /**
   * Adds a row of figures that were merged before, such as one of a stored window. Bounds are not
   * applied until {@link #relieve()}, so that indexes hold while a table is added.
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
    statements.pairs().lowerThreshold(kept.digestSchemas());
    statements.triples().lowerThreshold(kept.statements());
    transactions.combinations().lowerThreshold(kept.transactions());
  }

  /** Adds the combinations without a row of their own that another workload had. */
  public void addLumped(LumpedCombinations lumped) {
    statements.pairs().noteAll(lumped.digestSchemas());
    statements.triples().noteAll(lumped.statements());
    transactions.combinations().noteAll(lumped.transactions());
  }

  /** Widens the rows of the minute table to at least this many minutes. */
  public void widenMinutes(int slotMinutes) {
    minutes.widenTo(slotMinutes);
  }

  /** Notes that events may stand for several executions. */
  public void markSampled() {
    sampled = true;
  }

  /**
   * Applies the bounds if much is beyond them; indexes are invalid afterwards if {@link
   * #generation()} changed. What {@link #build} gives does not depend on it.
   */
  public void relieve() {
    minutes.fit(origins.kept(bounds.origins()));
    if (crowded() || transactions.crowded(bounds)) {
      settle();
    }
  }

  /**
   * Applies the bounds: what is beyond them moves to the lumped rows. Indexes are as after {@link
   * #relieve()}, and what {@link #build} gives likewise.
   */
  public void settle() {
    boolean settled =
        texts.settled(bounds.texts())
            && origins.settled(bounds.origins())
            && schemas.settled(bounds.schemas())
            && transactions.settled(bounds)
            && statements.settled(bounds);
    if (!settled) {
      generation++;
      Moved movedTexts = texts.bound(bounds.texts());
      Moved movedSchemas = schemas.bound(bounds.schemas());
      Moved movedOrigins = origins.bound(bounds.origins());
      statements.settle(movedTexts, movedSchemas, movedOrigins, bounds);
      transactions.settle(movedOrigins, bounds);
      minutes.remap(movedOrigins.to());
    }
    minutes.fit(origins.kept(bounds.origins()));
  }

  /**
   * Packs statements and their texts until they are looked at or added to again, as is worth it for
   * a builder that waits for a while: a row takes a tenth of its bytes. What the builder holds
   * stays the same.
   */
  public void rest() {
    statements.rest();
    texts.rest();
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
    settle();
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
    statements.merge(
        other.statements,
        texts.merge(other.texts),
        schemaMap,
        originMap,
        schemas.hash(carriedSchema));
    minutes.merge(other.minutes, originMap);
    transactions.merge(other.transactions, originMap);
    issues.merge(other.issues);
    sampled |= other.sampled;
    relieve();
  }

  /** The workload collected; the builder is not to be used afterwards. */
  public Workload build(
      List<SourceFile> sources, OptionalDouble longQueryTimeSeconds, SampleWriter writer) {
    if (statements.anyCarried()) {
      statements.resolveCarried(schemas.hash(NO_SCHEMA));
    }
    settle();
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
            texts.threshold(),
            schemas.threshold(),
            origins.threshold(),
            transactions.threshold(),
            statements.pairs().threshold(),
            statements.triples().threshold(),
            transactions.combinations().threshold()),
        new LumpedCombinations(
            statements.pairs().toList(),
            statements.triples().toList(),
            transactions.combinations().toList()));
  }

  /** Whether there is twice as much as may stay. */
  private boolean crowded() {
    return texts.over(2 * bounds.texts())
        || origins.over(2 * bounds.origins())
        || schemas.over(2 * bounds.schemas())
        || statements.crowded(bounds);
  }
}
