package dev.watershed.analyzer.snapshot;

import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.LongTransactions;
import dev.watershed.workload.observation.MetadataLocks;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationFigure;
import dev.watershed.workload.observation.ObservationKind;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ServerFact;
import dev.watershed.workload.observation.ServerFacts;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;

/** Observations without accounts, hosts, identities of servers and times of minutes. */
final class ObservationReduction {

  /** What would lead to a server or a host. */
  private static final Set<ServerFact> IDENTIFYING =
      EnumSet.of(ServerFact.SERVER_UUID, ServerFact.SERVER_ID, ServerFact.REPLICA_OF);

  /** Objects of metadata locks whose names are those of the catalog; a name of others is data. */
  private static final Set<String> CATALOGED =
      Set.of("TABLE", "SCHEMA", "FUNCTION", "PROCEDURE", "TRIGGER", "EVENT", "TABLESPACE");

  private final Observations source;
  private final UnaryOperator<Origin> originOf;
  private final TreeMap<String, String> identities = new TreeMap<>();

  private ObservationReduction(Observations source, UnaryOperator<Origin> originOf) {
    this.source = source;
    this.originOf = originOf;
    source.facts().keys().forEach(key -> identities.put(key.server(), ""));
    source.minutes().keys().forEach(key -> identities.put(key.server(), ""));
    int number = 1;
    for (String identity : identities.keySet()) {
      identities.put(identity, identity.isEmpty() ? "" : "process-" + number++);
    }
  }

  /**
   * Reduces observations.
   *
   * @param originOf what stands for an origin
   * @param ownUser the collector's account, which nobody asks for; may be empty
   * @param counted whether a digest is among the statements that the server counted
   */
  static Observations of(
      Observations source, UnaryOperator<Origin> originOf, String ownUser, LongPredicate counted) {
    return new ObservationReduction(source, originOf).reduced(ownUser, counted);
  }

  private Observations reduced(String ownUser, LongPredicate counted) {
    ObservationBounds bounds = ObservationBounds.standard();
    return new Observations(
        source.tables(),
        source.indexes(),
        rows(source.lockWaits(), bounds.waits(), key -> Optional.of(waits(key))),
        rows(source.metadataLocks(), bounds.waits(), key -> Optional.of(locks(key))),
        rows(
            source.longTransactions(),
            bounds.transactions(),
            key ->
                Optional.of(new LongTransactions.Key(key.digest(), originOf.apply(key.origin())))),
        rows(source.facts(), bounds.facts(), this::fact),
        MinuteReduction.of(source.minutes(), identities),
        rows(
            source.attribution(),
            bounds.attributions(),
            key ->
                isLook(key, ownUser, counted)
                    ? Optional.empty()
                    : Optional.of(new Attribution.Key(key.digest(), originOf.apply(key.origin())))),
        Observations.NONE.accounts(),
        source.rounds());
  }

  /** A look of the collector, which the counters do not count. */
  private static boolean isLook(Attribution.Key key, String ownUser, LongPredicate counted) {
    boolean own = !ownUser.isEmpty() && key.origin().user().equals(ownUser);
    return own && !counted.test(key.digest());
  }

  private LockWaits.Key waits(LockWaits.Key key) {
    return new LockWaits.Key(
        key.schema(),
        key.table(),
        key.index(),
        key.waitingDigest(),
        originOf.apply(key.waitingOrigin()),
        key.blockingDigest(),
        originOf.apply(key.blockingOrigin()));
  }

  private MetadataLocks.Key locks(MetadataLocks.Key key) {
    boolean named = CATALOGED.contains(key.objectType()) || key.equals(MetadataLocks.KIND.lumped());
    return new MetadataLocks.Key(
        key.objectType(),
        key.schema(),
        named ? key.object() : "",
        key.waitingLock(),
        key.waitingDigest(),
        originOf.apply(key.waitingOrigin()),
        key.blockingDigest(),
        originOf.apply(key.blockingOrigin()));
  }

  private Optional<ServerFacts.Key> fact(ServerFacts.Key key) {
    return ServerFact.of(key.name())
        .filter(fact -> !IDENTIFYING.contains(fact))
        .map(fact -> new ServerFacts.Key(identities.get(key.server()), key.name(), key.value()));
  }

  /**
   * The rows under other keys.
   *
   * @param keyOf empty where the row is left out
   */
  private static <K, F extends Enum<F> & ObservationFigure> ObservationTable<K, F> rows(
      ObservationTable<K, F> table, int bound, Function<K, Optional<K>> keyOf) {
    ObservationKind<K, F> kind = table.kind();
    ObservationRows<K, F> rows = new ObservationRows<>(kind, bound);
    for (int row = 0; row < table.size(); row++) {
      long[] figures = table.row(row);
      K key = table.key(row);
      (key.equals(kind.lumped()) ? Optional.of(key) : keyOf.apply(key))
          .ifPresent(reduced -> rows.add(reduced, figures));
    }
    return rows.build();
  }
}
