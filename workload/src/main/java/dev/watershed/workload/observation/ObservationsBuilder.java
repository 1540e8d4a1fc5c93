package dev.watershed.workload.observation;

/** Collects observations, a table each, under bounds. */
public final class ObservationsBuilder {

  /** There are as many kinds of samples as the program knows. */
  private static final int ROUNDS = 1_000;

  private final ObservationRows<TableUse.Key, TableUse.Figure> tables;
  private final ObservationRows<IndexUse.Key, IndexUse.Figure> indexes;
  private final ObservationRows<LockWaits.Key, WaitFigure> lockWaits;
  private final ObservationRows<MetadataLocks.Key, WaitFigure> metadataLocks;
  private final ObservationRows<LongTransactions.Key, LongTransactions.Figure> longTransactions;
  private final ObservationRows<ServerFacts.Key, ServerFacts.Figure> facts;
  private final ObservationRows<ServerMinutes.Key, ServerMinutes.Figure> minutes;
  private final ObservationRows<Attribution.Key, Attribution.Figure> attribution;
  private final ObservationRows<AccountUse.Key, AccountUse.Figure> accounts;
  private final ObservationRows<SamplingRounds.Key, SamplingRounds.Figure> rounds =
      new ObservationRows<>(SamplingRounds.KIND, ROUNDS);

  /** Nothing yet. */
  public ObservationsBuilder(ObservationBounds bounds) {
    tables = new ObservationRows<>(TableUse.KIND, bounds.tables());
    indexes = new ObservationRows<>(IndexUse.KIND, bounds.indexes());
    lockWaits = new ObservationRows<>(LockWaits.KIND, bounds.waits());
    metadataLocks = new ObservationRows<>(MetadataLocks.KIND, bounds.waits());
    longTransactions = new ObservationRows<>(LongTransactions.KIND, bounds.transactions());
    facts = new ObservationRows<>(ServerFacts.KIND, bounds.facts());
    minutes = new ObservationRows<>(ServerMinutes.KIND, bounds.minutes());
    attribution = new ObservationRows<>(Attribution.KIND, bounds.attributions());
    accounts = new ObservationRows<>(AccountUse.KIND, bounds.accounts());
  }

  /** How tables were used. */
  public ObservationRows<TableUse.Key, TableUse.Figure> tables() {
    return tables;
  }

  /** How indexes were used. */
  public ObservationRows<IndexUse.Key, IndexUse.Figure> indexes() {
    return indexes;
  }

  /** Who waited for row locks. */
  public ObservationRows<LockWaits.Key, WaitFigure> lockWaits() {
    return lockWaits;
  }

  /** Who waited for metadata locks. */
  public ObservationRows<MetadataLocks.Key, WaitFigure> metadataLocks() {
    return metadataLocks;
  }

  /** Which transactions were open for long. */
  public ObservationRows<LongTransactions.Key, LongTransactions.Figure> longTransactions() {
    return longTransactions;
  }

  /** What the server says of itself. */
  public ObservationRows<ServerFacts.Key, ServerFacts.Figure> facts() {
    return facts;
  }

  /** What the server and its host did. */
  public ObservationRows<ServerMinutes.Key, ServerMinutes.Figure> minutes() {
    return minutes;
  }

  /** By which origins the time of statements was spent. */
  public ObservationRows<Attribution.Key, Attribution.Figure> attribution() {
    return attribution;
  }

  /** What accounts executed. */
  public ObservationRows<AccountUse.Key, AccountUse.Figure> accounts() {
    return accounts;
  }

  /** How often the server was sampled. */
  public ObservationRows<SamplingRounds.Key, SamplingRounds.Figure> rounds() {
    return rounds;
  }

  /** Adds what was observed elsewhere. */
  public void merge(Observations other) {
    tables.merge(other.tables());
    indexes.merge(other.indexes());
    lockWaits.merge(other.lockWaits());
    metadataLocks.merge(other.metadataLocks());
    longTransactions.merge(other.longTransactions());
    facts.merge(other.facts());
    minutes.merge(other.minutes());
    attribution.merge(other.attribution());
    accounts.merge(other.accounts());
    rounds.merge(other.rounds());
  }

  /** What was collected. */
  public Observations build() {
    return new Observations(
        tables.build(),
        indexes.build(),
        lockWaits.build(),
        metadataLocks.build(),
        longTransactions.build(),
        facts.build(),
        minutes.build(),
        attribution.build(),
        accounts.build(),
        rounds.build());
  }
}
