package dev.watershed.analyzer.observation;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.LongTransactions;
import dev.watershed.workload.observation.MetadataLocks;
import dev.watershed.workload.observation.ObservationFigure;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.TableUse;
import dev.watershed.workload.observation.WaitFigure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** From the tables of observations to facts. */
public final class ObservationReading {

  private static final Comparator<Wait> LONGEST =
      Comparator.comparingLong(Wait::waitedMicros)
          .thenComparingLong(Wait::samples)
          .reversed()
          .thenComparing(Wait::toString);

  private final ServiceMapping mapping;
  private final List<Wait> lockWaits = new ArrayList<>();
  private final List<Wait> metadataLocks = new ArrayList<>();
  private final List<LongTransaction> longTransactions = new ArrayList<>();
  private final List<TableAccess> tables = new ArrayList<>();
  private final List<TableAccess> indexes = new ArrayList<>();
  private final List<ServerState> servers = new ArrayList<>();
  private final List<Looks> looks = new ArrayList<>();

  private ObservationReading(ServiceMapping mapping) {
    this.mapping = mapping;
  }

  /** The facts of all servers. */
  public static ObservedFacts of(SortedMap<String, Observations> observed, ServiceMapping mapping) {
    ObservationReading reading = new ObservationReading(mapping);
    observed.forEach(reading::add);
    return reading.facts();
  }

  private ObservedFacts facts() {
    lockWaits.sort(LONGEST);
    metadataLocks.sort(LONGEST);
    longTransactions.sort(
        Comparator.comparingLong(LongTransaction::longestMicros)
            .reversed()
            .thenComparing(LongTransaction::toString));
    Comparator<TableAccess> busiest =
        Comparator.comparingLong(TableAccess::micros)
            .thenComparingLong(TableAccess::fetched)
            .reversed()
            .thenComparing(TableAccess::toString);
    tables.sort(busiest);
    indexes.sort(busiest);
    return new ObservedFacts(
        lockWaits, metadataLocks, longTransactions, tables, indexes, servers, looks);
  }

  private void add(String server, Observations observed) {
    ServerStates.of(server, observed).ifPresent(servers::add);
    lockWaits(server, observed.lockWaits());
    metadataLocks(server, observed.metadataLocks());
    longTransactions(server, observed.longTransactions());
    for (int row = 0; row < observed.tables().size(); row++) {
      TableUse.Key key = observed.tables().key(row);
      tables.add(
          access(server, key.schema(), key.table(), Optional.empty(), observed.tables().row(row)));
    }
    for (int row = 0; row < observed.indexes().size(); row++) {
      IndexUse.Key key = observed.indexes().key(row);
      Optional<String> index = Optional.of(key.index()).filter(name -> !name.isEmpty());
      indexes.add(access(server, key.schema(), key.table(), index, observed.indexes().row(row)));
    }
    looks(server, observed.rounds());
  }

  private void lockWaits(String server, ObservationTable<LockWaits.Key, WaitFigure> waits) {
    for (int row = 0; row < waits.size(); row++) {
      LockWaits.Key key = waits.key(row);
      lockWaits.add(
          wait(
              server,
              List.of(key.schema(), key.table(), key.index()),
              party(key.waitingDigest(), key.waitingOrigin()),
              party(key.blockingDigest(), key.blockingOrigin()),
              waits,
              row));
    }
  }

  private void metadataLocks(String server, ObservationTable<MetadataLocks.Key, WaitFigure> waits) {
    for (int row = 0; row < waits.size(); row++) {
      MetadataLocks.Key key = waits.key(row);
      metadataLocks.add(
          wait(
              server,
              List.of(
                  key.schema(), key.object(), (key.objectType() + " " + key.waitingLock()).strip()),
              party(key.waitingDigest(), key.waitingOrigin()),
              party(key.blockingDigest(), key.blockingOrigin()),
              waits,
              row));
    }
  }

  private static <K> Wait wait(
      String server,
      List<String> place,
      Party waiting,
      Party blocking,
      ObservationTable<K, WaitFigure> waits,
      int row) {
    return new Wait(
        server,
        place.get(0),
        place.get(1),
        place.get(2),
        waiting,
        blocking,
        waits.value(row, WaitFigure.WAITS),
        waits.value(row, WaitFigure.WAITED_MICROS),
        known(waits, row, WaitFigure.WAIT_MICROS_MAX),
        waits.value(row, WaitFigure.SAMPLES),
        waits.value(row, WaitFigure.BLOCKER_IDLE_SAMPLES),
        instant(waits.value(row, WaitFigure.LAST_SEEN_MICROS)));
  }

  private void longTransactions(
      String server, ObservationTable<LongTransactions.Key, LongTransactions.Figure> open) {
    for (int row = 0; row < open.size(); row++) {
      LongTransactions.Key key = open.key(row);
      longTransactions.add(
          new LongTransaction(
              server,
              party(key.digest(), key.origin()),
              open.value(row, LongTransactions.Figure.TRANSACTIONS),
              known(open, row, LongTransactions.Figure.AGE_MICROS_MAX),
              open.value(row, LongTransactions.Figure.SAMPLES),
              open.value(row, LongTransactions.Figure.IDLE_SAMPLES),
              known(open, row, LongTransactions.Figure.ROWS_LOCKED_MAX),
              known(open, row, LongTransactions.Figure.ROWS_MODIFIED_MAX),
              instant(open.value(row, LongTransactions.Figure.LAST_SEEN_MICROS))));
    }
  }

  private void looks(
      String server, ObservationTable<SamplingRounds.Key, SamplingRounds.Figure> rounds) {
    for (int row = 0; row < rounds.size(); row++) {
      looks.add(
          new Looks(
              server,
              rounds.key(row).subject(),
              rounds.key(row).estimator(),
              rounds.value(row, SamplingRounds.Figure.ROUNDS),
              rounds.value(row, SamplingRounds.Figure.FAILED_ROUNDS),
              rounds.value(row, SamplingRounds.Figure.SPAN_MICROS),
              known(rounds, row, SamplingRounds.Figure.GAP_MICROS_MAX),
              rounds.value(row, SamplingRounds.Figure.CUT_TEXTS),
              rounds.value(row, SamplingRounds.Figure.LUMPED_ROWS)));
    }
  }

  /** Tables and indexes have the same figures, in the same order. */
  private static TableAccess access(
      String server, String schema, String table, Optional<String> index, long[] figures) {
    return new TableAccess(
        server,
        schema,
        table,
        index,
        figures[TableUse.Figure.FETCHED.ordinal()],
        figures[TableUse.Figure.INSERTED.ordinal()],
        figures[TableUse.Figure.UPDATED.ordinal()],
        figures[TableUse.Figure.DELETED.ordinal()],
        figures[TableUse.Figure.FETCH_MICROS.ordinal()]
            + figures[TableUse.Figure.INSERT_MICROS.ordinal()]
            + figures[TableUse.Figure.UPDATE_MICROS.ordinal()]
            + figures[TableUse.Figure.DELETE_MICROS.ordinal()]);
  }

  private Party party(long digest, Origin origin) {
    return new Party(digest, origin.user(), mapping.attribute(origin));
  }

  /** A figure; 0 where nothing was seen of it. */
  private static <K, F extends Enum<F> & ObservationFigure> long known(
      ObservationTable<K, F> table, int row, F figure) {
    long value = table.value(row, figure);
    return value == figure.neutral() ? 0 : value;
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
