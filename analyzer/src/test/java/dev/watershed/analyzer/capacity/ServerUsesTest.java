package dev.watershed.analyzer.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.consolidation.room.FleetFixture;
import dev.watershed.workload.observation.ServerFact;
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
  void aSettingThatIsNoNumberIsUnknown() {
    assertThat(use(loaded().fact(ServerFact.MAX_CONNECTIONS, "many")).maxConnections()).isEmpty();
  }
}
