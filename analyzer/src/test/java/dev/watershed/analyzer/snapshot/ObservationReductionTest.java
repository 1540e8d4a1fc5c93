package dev.watershed.analyzer.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.Glob;
import dev.watershed.analyzer.service.Match;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.observation.AccountUse;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.LongTransactions;
import dev.watershed.workload.observation.MetadataLocks;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerFact;
import dev.watershed.workload.observation.ServerFacts;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.WaitFigure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservationReductionTest {

  private static final String PROCESS = "m4rkuuid";
  private static final Origin FIRST = origin("svc_shop", "m4rkhost");
  private static final Origin SECOND = origin("svc_shop", "m4rkother");
  private static final Origin STRANGER = origin("m4rkstranger", "m4rkhost");
  private static final Origin OWN = origin("m4rkown", "m4rkhost");
  private static final ServiceMapping MAPPING =
      ServiceMapping.of(
          List.of(
              new Service(
                  "shop",
                  Optional.empty(),
                  Optional.of(
                      new Match(List.of(new Glob("svc_shop")), List.of(), List.of(), List.of())),
                  List.of(),
                  List.of(),
                  List.of())));

  private static Origin origin(String user, String host) {
    return new Origin(user, host, List.of(new OriginTag("controller", "m4rktag")));
  }

  private static Observations observed() {
    ObservationsBuilder builder = new ObservationsBuilder(ObservationBounds.standard());
    builder
        .lockWaits()
        .add(
            new LockWaits.Key("shop", "items", "PRIMARY", 1, FIRST, 2, STRANGER),
            WaitFigure.WAITS,
            3);
    builder
        .lockWaits()
        .add(
            new LockWaits.Key("shop", "items", "PRIMARY", 1, SECOND, 2, STRANGER),
            WaitFigure.WAITS,
            4);
    builder
        .metadataLocks()
        .add(
            new MetadataLocks.Key(
                "USER LEVEL LOCK", "", "m4rklock", "EXCLUSIVE", 1, FIRST, 2, STRANGER),
            WaitFigure.WAITS,
            1);
    builder
        .metadataLocks()
        .add(
            new MetadataLocks.Key("TABLE", "shop", "items", "EXCLUSIVE", 1, FIRST, 2, STRANGER),
            WaitFigure.WAITS,
            1);
    builder
        .longTransactions()
        .add(new LongTransactions.Key(1, FIRST), LongTransactions.Figure.TRANSACTIONS, 1);
    fact(builder, ServerFact.SERVER_UUID, PROCESS);
    fact(builder, ServerFact.REPLICA_OF, "m4rksource:3306");
    fact(builder, ServerFact.VERSION, "9.7.4");
    fact(builder, ServerFact.MAX_CONNECTIONS, "500");
    builder.attribution().add(new Attribution.Key(1, FIRST), Attribution.Figure.SAMPLES, 5);
    builder.attribution().add(new Attribution.Key(1, SECOND), Attribution.Figure.SAMPLES, 6);
    builder.attribution().add(new Attribution.Key(9, OWN), Attribution.Figure.SAMPLES, 7);
    builder.attribution().add(new Attribution.Key(1, OWN), Attribution.Figure.SAMPLES, 8);
    builder
        .accounts()
        .add(new AccountUse.Key(FIRST, "statement/sql/select"), AccountUse.Figure.CALLS, 1);
    minute(builder, 10, 60, 600, 3);
    minute(builder, 11, 60, 6_000, 9);
    minute(builder, 12, 60, 60, 4);
    builder
        .minutes()
        .add(new ServerMinutes.Key("", 10), ServerMinutes.Figure.HOST_CPU_MILLIPERCENT_MAX, 99);
    return builder.build();
  }

  private static void fact(ObservationsBuilder builder, ServerFact fact, String value) {
    builder
        .facts()
        .add(
            new ServerFacts.Key(PROCESS, fact.key(), value),
            ServerFacts.Figure.LAST_SEEN_MICROS,
            1);
  }

  private static void minute(
      ObservationsBuilder builder, long minute, long span, long redo, long connections) {
    ServerMinutes.Key key = new ServerMinutes.Key(PROCESS, minute);
    builder.minutes().add(key, ServerMinutes.Figure.SAMPLES, 1);
    builder.minutes().add(key, ServerMinutes.Figure.SPAN_MICROS, span);
    builder.minutes().add(key, ServerMinutes.Figure.REDO_BYTES, redo);
    builder.minutes().add(key, ServerMinutes.Figure.THREADS_CONNECTED_MAX, connections);
    builder.minutes().add(key, ServerMinutes.Figure.HOST_SAMPLES, 1);
  }

  private static Observations reduced() {
    OriginReduction origins = new OriginReduction(MAPPING, List.of(FIRST, SECOND, STRANGER));
    return ObservationReduction.of(observed(), origins, "m4rkown", digest -> digest == 1);
  }

  @Test
  void nothingNamesAnAccountAHostOrAProcess() {
    assertThat(observed().toString()).contains("m4rk");
    assertThat(reduced().toString()).doesNotContain("m4rk", "svc_shop");
    assertThat(reduced().accounts().size()).isZero();
  }

  @Test
  void rowsOfOneServiceBecomeOne() {
    assertThat(reduced().lockWaits().size()).isEqualTo(1);
    assertThat(reduced().lockWaits().value(0, WaitFigure.WAITS)).isEqualTo(7);
    assertThat(MAPPING.ofSnapshot().attribute(reduced().lockWaits().key(0).waitingOrigin()))
        .isEqualTo(MAPPING.attribute(FIRST));
  }

  @Test
  void namesOfUserLevelLocksAreGone() {
    assertThat(reduced().metadataLocks().keys().stream().map(MetadataLocks.Key::object).toList())
        .containsExactly("items", "");
  }

  @Test
  void looksOfTheCollectorAreGoneAsFarAsNobodyCountsThem() {
    // Those of a digest that is counted stay, of nobody.
    assertThat(reduced().attribution().keys().stream().map(Attribution.Key::digest).toList())
        .containsExactly(1L, 1L);
  }

  @Test
  void settingsStay() {
    assertThat(reduced().facts().keys().stream().map(ServerFacts.Key::name).toList())
        .containsExactly("max_connections", "version");
  }

  @Test
  void sumsAndPeaksOfMinutesStay() {
    var minutes = reduced().minutes();
    assertThat(minutes.size()).isEqualTo(2);
    long span = 0;
    double peak = 0;
    long connections = 0;
    for (int row = 0; row < minutes.size(); row++) {
      span += minutes.value(row, ServerMinutes.Figure.SPAN_MICROS);
      peak =
          Math.max(
              peak,
              (double) minutes.value(row, ServerMinutes.Figure.REDO_BYTES)
                  / minutes.value(row, ServerMinutes.Figure.SPAN_MICROS));
      connections =
          Math.max(connections, minutes.value(row, ServerMinutes.Figure.THREADS_CONNECTED_MAX));
      assertThat(minutes.value(row, ServerMinutes.Figure.HOST_SAMPLES)).isZero();
      assertThat(minutes.key(row).minute()).isLessThan(2);
    }
    assertThat(span).isEqualTo(180);
    assertThat(peak).isEqualTo(100);
    assertThat(connections).isEqualTo(9);
  }
}
