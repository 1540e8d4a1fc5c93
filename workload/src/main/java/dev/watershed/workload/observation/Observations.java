package dev.watershed.workload.observation;

import java.util.Objects;

/**
 * What a server showed besides statements. Nothing in it changes any more. The digests are those of
 * the workload that was observed with it, which has their texts.
 *
 * @param tables how tables were used
 * @param indexes how indexes were used
 * @param lockWaits who waited for row locks
 * @param metadataLocks who waited for metadata locks
 * @param longTransactions which transactions were open for long
 * @param facts what the server says of itself
 * @param minutes what the server and its host did
 * @param attribution by which origins the time of statements was spent
 * @param accounts what accounts executed
 * @param rounds how often the server was sampled
 */
public record Observations(
    ObservationTable<TableUse.Key, TableUse.Figure> tables,
    ObservationTable<IndexUse.Key, IndexUse.Figure> indexes,
    ObservationTable<LockWaits.Key, WaitFigure> lockWaits,
    ObservationTable<MetadataLocks.Key, WaitFigure> metadataLocks,
    ObservationTable<LongTransactions.Key, LongTransactions.Figure> longTransactions,
    ObservationTable<ServerFacts.Key, ServerFacts.Figure> facts,
    ObservationTable<ServerMinutes.Key, ServerMinutes.Figure> minutes,
    ObservationTable<Attribution.Key, Attribution.Figure> attribution,
    ObservationTable<AccountUse.Key, AccountUse.Figure> accounts,
    ObservationTable<SamplingRounds.Key, SamplingRounds.Figure> rounds) {

  /** Nothing was observed. */
  public static final Observations NONE =
      new ObservationsBuilder(ObservationBounds.standard()).build();

  public Observations {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(indexes, "indexes");
    Objects.requireNonNull(lockWaits, "lockWaits");
    Objects.requireNonNull(metadataLocks, "metadataLocks");
    Objects.requireNonNull(longTransactions, "longTransactions");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(minutes, "minutes");
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(rounds, "rounds");
  }

  /** Both together: the order does not matter, nor which two of many are merged first. */
  public Observations merge(Observations other, ObservationBounds bounds) {
    ObservationsBuilder builder = new ObservationsBuilder(bounds);
    builder.merge(this);
    builder.merge(other);
    return builder.build();
  }
}
