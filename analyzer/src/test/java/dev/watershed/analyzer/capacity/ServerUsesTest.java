package dev.watershed.analyzer.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.consolidation.room.FleetFixture;
import dev.watershed.workload.observation.ServerFact;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerUsesTest {

  private static ServerUse use(FleetFixture fleet) {
    return fleet.server("db", 8, 1_000, 100).capacity().servers().get(0).use();
  }

  private static FleetFixture loaded() {
    return new FleetFixture()
        .service("shop")
        .load("shop", "UPDATE shop.orders SET a = 1", 2, 1, 3, 2);
  }

  @Test
  void statementsThatRunAtOnceAreTimeByTime() {
    ServerUse use = use(loaded());
    assertThat(use.active().peak().orElseThrow()).isCloseTo(2, within(1e-6));
    assertThat(use.complete()).isTrue();
    assertThat(use.processors()).isEmpty();
    assertThat(use.demand()).contains(use.active());
    assertThat(use.limits().cpus()).hasValue(8);
  }

  @Test
  void theWorkingSetIsAllTablesOrUnknown() {
    assertThat(use(loaded().table("shop.orders", 70).table("shop.items", 30)).workingSetBytes())
        .hasValue(100);
    assertThat(use(loaded().table("shop.orders", 70).table("shop.items")).workingSetBytes())
        .isEmpty();
    assertThat(use(loaded()).workingSetBytes()).isEmpty();
  }

  @Test
  void redoAndConnectionsAreObserved() {
    ServerUse use = use(loaded().observed(5_000, 40, 100_000, 151));
    assertThat(use.redoBytesPerSecond()).hasValue(5_000);
    assertThat(use.connections()).hasValue(40);
    assertThat(use.redoCapacityBytes()).hasValue(100_000);
    assertThat(use.maxConnections()).hasValue(151);
    assertThat(use.observedDays()).isCloseTo(1, within(1e-9));
    assertThat(use.observedForADay()).isTrue();
    assertThat(use(loaded().observed(23, 5_000, 40, 100_000, 151)).observedForADay()).isFalse();
    ServerUse unknown = use(loaded());
    assertThat(unknown.redoBytesPerSecond()).isEmpty();
    assertThat(unknown.connections()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100 |     |   | 100",
        "100 | 48  | 2 | 100",
        "    | 48  | 2 | 96",
        "    | 96  |   | 96",
        "    |     | 2 | ",
      })
  void theRedoLogIsASettingOrItsFiles(String capacity, String file, String files, Long expected) {
    FleetFixture fleet = loaded();
    if (capacity != null) {
      fleet.fact(ServerFact.INNODB_REDO_LOG_CAPACITY, capacity);
    }
    if (file != null) {
      fleet.fact(ServerFact.INNODB_LOG_FILE_SIZE, file);
    }
    if (files != null) {
      fleet.fact(ServerFact.INNODB_LOG_FILES_IN_GROUP, files);
    }
    OptionalLong known = use(fleet).redoCapacityBytes();
    assertThat(known)
        .isEqualTo(expected == null ? OptionalLong.empty() : OptionalLong.of(expected));
  }

  @Test
  void theBusyProcessorsOfTheHostAreTheDemand() {
    ServerUse use = use(loaded().host(25, 75));
    assertThat(use.processors().orElseThrow().values().values()).containsExactly(2.0, 6.0);
    assertThat(use.demand()).isEqualTo(use.processors());
    ServerUse unsized = loaded().host(25, 75).server("db").capacity().servers().get(0).use();
    assertThat(unsized.processors()).isEmpty();
  }

  @Test
  void settingsThatDifferAreThoseThatBothKnow() {
    ServerSettings here =
        settings(
            loaded()
                .fact(ServerFact.VERSION, "8.0.40", 1)
                .fact(ServerFact.VERSION, "8.4.0", 2)
                .fact(ServerFact.TIME_ZONE, "UTC")
                .fact(ServerFact.MAX_CONNECTIONS, "5")
                .fact(ServerFact.SQL_MODE, "ANSI"));
    ServerSettings there =
        settings(
            loaded()
                .fact(ServerFact.SQL_MODE, "ANSI")
                .fact(ServerFact.TIME_ZONE, "JST")
                .fact(ServerFact.MAX_CONNECTIONS, "7")
                .fact(ServerFact.COLLATION_SERVER, "utf8mb4_bin")
                .fact(ServerFact.VERSION, "9.1.0", 2)
                .fact(ServerFact.VERSION, "9.0.0", 1)
                .fact(ServerFact.PRODUCT, "MySQL"));
    assertThat(here.known()).isFalse();
    assertThat(there.known()).isTrue();
    assertThat(here.differences(there))
        .containsExactly(
            new ServerSettings.Difference(ServerFact.VERSION, "8.4.0", "9.1.0"),
            new ServerSettings.Difference(ServerFact.TIME_ZONE, "UTC", "JST"));
  }

  private static ServerSettings settings(FleetFixture fleet) {
    return fleet.server("db").capacity().servers().get(0).settings();
  }

  @Test
  void timeIsSharedByServicesAndWhatNobodyClaims() {
    FleetFixture fleet =
        new FleetFixture()
            .service("shop")
            .service("idle")
            .load("shop", "UPDATE shop.orders SET a = 1", 1, 3, 3, 3)
            .load("stranger", "UPDATE shop.orders SET a = 1", 1, 1, 3, 1);
    CapacityServer server = fleet.server("db").capacity().servers().get(0);
    assertThat(server.timeShare(Optional.of("shop"))).isCloseTo(0.75, within(1e-6));
    assertThat(server.timeShare(Optional.empty())).isCloseTo(0.25, within(1e-6));
    assertThat(server.timeShare(Optional.of("idle"))).isZero();
    assertThat(server.timeShare(Optional.of("unknown"))).isZero();
    CapacityServer idle =
        new FleetFixture().service("shop").server("db").capacity().servers().get(0);
    assertThat(idle.timeShare(Optional.of("shop"))).isZero();
  }

  @Test
  void aSettingThatIsNoNumberIsUnknown() {
    assertThat(use(loaded().fact(ServerFact.MAX_CONNECTIONS, "many")).maxConnections()).isEmpty();
  }
}
