package dev.watershed.analyzer.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.LongTransactions;
import dev.watershed.workload.observation.MetadataLocks;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.TableUse;
import dev.watershed.workload.observation.WaitFigure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each figure has a number of its own, so that none can stand in another's place. */
class ObservationReadingTest {

  private static final Instant SEEN = Instant.parse("2026-11-23T10:00:00.000007Z");
  private static final long SEEN_MICROS = SEEN.getEpochSecond() * 1_000_000 + 7;

  private final ObservationsBuilder observed =
      new ObservationsBuilder(ObservationBounds.standard());

  private static Origin origin(String user) {
    return new Origin(user, "10.0.0.0/24", List.of());
  }

  private static Party party(long digest, String user) {
    return new Party(digest, user, Attribution.of(user));
  }

  private ObservedFacts facts() {
    return facts(observed.build());
  }

  private static ObservedFacts facts(Observations observed) {
    TreeMap<String, Observations> servers = new TreeMap<>();
    servers.put("db", observed);
    return ObservationReading.of(servers, ServiceMapping.accounts());
  }

  private void lockWait(String table, long samples, long micros) {
    LockWaits.Key key = new LockWaits.Key("shop", table, "by_p", 1, origin("a"), 2, origin("b"));
    observed.lockWaits().add(key, WaitFigure.SAMPLES, samples);
    observed.lockWaits().add(key, WaitFigure.WAITED_MICROS, micros);
  }

  @Test
  void aLockWaitHasItsPlaceBothSidesAndFigures() {
    lockWait("items", 4, 5_000);
    LockWaits.Key key = new LockWaits.Key("shop", "items", "by_p", 1, origin("a"), 2, origin("b"));
    observed.lockWaits().add(key, WaitFigure.WAITS, 3);
    observed.lockWaits().add(key, WaitFigure.WAIT_MICROS_MAX, 2_500);
    observed.lockWaits().add(key, WaitFigure.BLOCKER_IDLE_SAMPLES, 1);
    observed.lockWaits().add(key, WaitFigure.LAST_SEEN_MICROS, SEEN_MICROS);
    assertThat(facts().lockWaits())
        .containsExactly(
            new Wait(
                "db",
                "shop",
                "items",
                "by_p",
                party(1, "a"),
                party(2, "b"),
                3,
                5_000,
                2_500,
                4,
                1,
                SEEN));
  }

  @Test
  void theLongestWaitIsTheFirstAndOfEqualOnesTheMoreOftenSeen() {
    lockWait("a", 1, 5_000);
    lockWait("b", 9, 100);
    lockWait("c", 2, 5_000);
    lockWait("d", 1, 9_000);
    assertThat(facts().lockWaits()).extracting(Wait::object).containsExactly("d", "c", "a", "b");
    assertThat(facts().lockWaits()).extracting(Wait::longestMicros).containsOnly(0L);
  }

  @Test
  void aMetadataLockSaysWhatIsLockedAndHow() {
    Origin waiting = origin("a");
    Origin blocking = origin("b");
    observed
        .metadataLocks()
        .add(
            new MetadataLocks.Key("TABLE", "shop", "items", "EXCLUSIVE", 1, waiting, 2, blocking),
            WaitFigure.WAITED_MICROS,
            1);
    observed
        .metadataLocks()
        .add(
            new MetadataLocks.Key("GLOBAL", "", "", "", 3, waiting, 0, blocking),
            WaitFigure.WAITED_MICROS,
            2);
    assertThat(facts().metadataLocks())
        .extracting(Wait::schema, Wait::object, Wait::detail, Wait::waiting, Wait::blocking)
        .containsExactly(
            tuple("", "", "GLOBAL", party(3, "a"), party(0, "b")),
            tuple("shop", "items", "TABLE EXCLUSIVE", party(1, "a"), party(2, "b")));
  }

  @Test
  void theLongestTransactionIsTheFirst() {
    LongTransactions.Key key = new LongTransactions.Key(5, origin("a"));
    var rows = observed.longTransactions();
    rows.add(key, LongTransactions.Figure.TRANSACTIONS, 2);
    rows.add(key, LongTransactions.Figure.AGE_MICROS_MAX, 90_000_000);
    rows.add(key, LongTransactions.Figure.SAMPLES, 30);
    rows.add(key, LongTransactions.Figure.IDLE_SAMPLES, 20);
    rows.add(key, LongTransactions.Figure.ROWS_LOCKED_MAX, 400);
    rows.add(key, LongTransactions.Figure.ROWS_MODIFIED_MAX, 300);
    rows.add(key, LongTransactions.Figure.LAST_SEEN_MICROS, SEEN_MICROS);
    LongTransactions.Key longer = new LongTransactions.Key(4, origin("b"));
    rows.add(longer, LongTransactions.Figure.TRANSACTIONS, 1);
    rows.add(longer, LongTransactions.Figure.AGE_MICROS_MAX, 91_000_000);
    rows.add(longer, LongTransactions.Figure.LAST_SEEN_MICROS, SEEN_MICROS);
    assertThat(facts().longTransactions())
        .containsExactly(
            new LongTransaction("db", party(4, "b"), 1, 91_000_000, 0, 0, 0, 0, SEEN),
            new LongTransaction("db", party(5, "a"), 2, 90_000_000, 30, 20, 400, 300, SEEN));
  }

  @Test
  void theTimeOfATableIsThatOfReadsAndWrites() {
    TableUse.Key key = new TableUse.Key("shop", "items");
    var rows = observed.tables();
    rows.add(key, TableUse.Figure.FETCHED, 1);
    rows.add(key, TableUse.Figure.INSERTED, 2);
    rows.add(key, TableUse.Figure.UPDATED, 3);
    rows.add(key, TableUse.Figure.DELETED, 4);
    rows.add(key, TableUse.Figure.FETCH_MICROS, 10);
    rows.add(key, TableUse.Figure.INSERT_MICROS, 200);
    rows.add(key, TableUse.Figure.UPDATE_MICROS, 3_000);
    rows.add(key, TableUse.Figure.DELETE_MICROS, 40_000);
    rows.add(new TableUse.Key("shop", "idle"), TableUse.Figure.FETCHED, 8);
    rows.add(new TableUse.Key("shop", "busy"), TableUse.Figure.FETCH_MICROS, 43_211);
    rows.add(new TableUse.Key("shop", "idler"), TableUse.Figure.FETCHED, 7);
    assertThat(facts().tables())
        .extracting(TableAccess::table)
        .containsExactly("busy", "items", "idle", "idler");
    assertThat(facts().tables().get(1))
        .isEqualTo(new TableAccess("db", "shop", "items", Optional.empty(), 1, 2, 3, 4, 43_210));
  }

  @Test
  void anIndexHasItsNameAndWhatUsesNoneHasNone() {
    IndexUse.Key key = new IndexUse.Key("shop", "items", "by_p");
    var rows = observed.indexes();
    rows.add(key, IndexUse.Figure.FETCHED, 1);
    rows.add(key, IndexUse.Figure.INSERTED, 2);
    rows.add(key, IndexUse.Figure.UPDATED, 3);
    rows.add(key, IndexUse.Figure.DELETED, 4);
    rows.add(key, IndexUse.Figure.FETCH_MICROS, 10);
    rows.add(key, IndexUse.Figure.INSERT_MICROS, 200);
    rows.add(key, IndexUse.Figure.UPDATE_MICROS, 3_000);
    rows.add(key, IndexUse.Figure.DELETE_MICROS, 40_000);
    rows.add(new IndexUse.Key("shop", "items", ""), IndexUse.Figure.INSERTED, 9);
    assertThat(facts().indexes())
        .containsExactly(
            new TableAccess("db", "shop", "items", Optional.of("by_p"), 1, 2, 3, 4, 43_210),
            new TableAccess("db", "shop", "items", Optional.empty(), 0, 9, 0, 0, 0));
  }

  @Test
  void looksThatFailedWereDue() {
    SamplingRounds.Key key = new SamplingRounds.Key("statements", "time since");
    var rows = observed.rounds();
    rows.add(key, SamplingRounds.Figure.ROUNDS, 50);
    rows.add(key, SamplingRounds.Figure.FAILED_ROUNDS, 6);
    rows.add(key, SamplingRounds.Figure.SPAN_MICROS, 7_000);
    rows.add(key, SamplingRounds.Figure.CUT_TEXTS, 8);
    rows.add(key, SamplingRounds.Figure.LUMPED_ROWS, 9);
    assertThat(facts().looks())
        .containsExactly(new Looks("db", "statements", "time since", 50, 6, 7_000, 0, 8, 9));
    assertThat(facts().looks().get(0).planned()).isEqualTo(56);
    rows.add(key, SamplingRounds.Figure.GAP_MICROS_MAX, 300);
    assertThat(facts().looks().get(0).longestGapMicros()).isEqualTo(300);
  }

  @Test
  void aServerThatShowedNothingIsInNoList() {
    assertThat(facts(Observations.NONE)).isEqualTo(ObservedFacts.NONE);
  }
}
