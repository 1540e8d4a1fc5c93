package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.catalog.CatalogReport;
import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogChange;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCollectorTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final CatalogGap GAP = new CatalogGap("triggers", "GRANT TRIGGER … shows them");

  @TempDir private Path folder;

  @Test
  void aServerIsReadAtTheFirstLookOfARunAndThenOnceAnHour() throws Exception {
    Instant[] looks = {
      NOW, NOW.plus(MINUTE), NOW.plus(HOUR).minusMillis(1), NOW.plus(HOUR), NOW.plus(HOUR)
    };
    assertThat(looks(looks)).containsExactly(true, false, false, true, false);
    assertThat(looks(NOW.plus(HOUR), NOW.plus(HOUR).plus(MINUTE))).containsExactly(true, false);
  }

  @Test
  void aClockThatWasSetBackMakesNobodyWait() throws Exception {
    assertThat(looks(NOW, NOW.minus(HOUR.multipliedBy(9)))).containsExactly(true, true);
  }

  @Test
  void onlyWhatChangedIsPut() throws Exception {
    assertThat(look(false, catalog(NOW, 5)).change()).isEqualTo(new CatalogChange(true, 1, 0, 0));
    CatalogReport again = look(false, catalog(NOW.plus(MINUTE), 5));
    assertThat(again.stored()).as("but for the time it is the same").isFalse();
    assertThat(again.change()).isEqualTo(CatalogChange.NONE);
    assertThat(windows()).isEqualTo(1);
    CatalogReport grown = look(false, catalog(NOW, 6));
    assertThat(grown.stored()).as("a table grew").isTrue();
    assertThat(grown.change()).isEqualTo(CatalogChange.NONE);
    assertThat(look(false, catalog(NOW, 6, "b")).change())
        .isEqualTo(new CatalogChange(false, 1, 0, 0));
    assertThat(windows()).isEqualTo(3);
  }

  @Test
  void literalsThatAreToBeKeptOrNotAnyMoreMakeAnotherCatalog() throws Exception {
    for (boolean raw : new boolean[] {false, true, false}) {
      assertThat(look(raw, catalog(NOW, 5)).stored()).isTrue();
      assertThat(look(raw, catalog(NOW, 5)).stored()).isFalse();
    }
  }

  @Test
  void theCatalogOfADumpDoesNotStandForTheServer() throws Exception {
    try (StoreWriter store = open()) {
      byte[] cursor = new ByteWriter().number(1).text("REDACT").toByteArray();
      new CatalogWindows(store, "test").put("a", NOW, catalog(NOW, 5), cursor);
    }
    assertThat(look(false, catalog(NOW, 5)).stored()).isTrue();
  }

  @Test
  void whatIsNotSeenIsSaidOnceAndStaysInTheReport() throws Exception {
    CatalogReport first = look(false, catalog(NOW, 5));
    assertThat(first.notes()).containsExactly("triggers: GRANT TRIGGER … shows them");
    CatalogReport second = look(false, catalog(NOW, 6));
    assertThat(second.notes()).isEmpty();
    assertThat(second.gaps()).containsExactly(GAP);
  }

  @Test
  void aServerThatFailsIsAskedAgainAfterTenMinutes() throws Exception {
    try (StoreWriter store = open()) {
      CatalogCollector collector = new CatalogCollector(new CatalogWindows(store, "test"), false);
      assertThatThrownBy(
              () ->
                  collector.look(
                      "a",
                      stopped -> {
                        throw new ServerException(ServerProblem.CUT, "cut");
                      },
                      NOW,
                      () -> false))
          .isInstanceOf(ServerException.class);
      for (int minute = 1; minute <= 11; minute++) {
        Instant now = NOW.plus(MINUTE.multipliedBy(minute));
        assertThat(collector.look("a", stopped -> catalog(now, 5), now, () -> false).isPresent())
            .as("minute %d", minute)
            .isEqualTo(minute == 10);
      }
    }
  }

  /** Whether the server was read at each of these times, in one run. */
  private List<Boolean> looks(Instant... times) throws Exception {
    try (StoreWriter store = open()) {
      CatalogCollector collector = new CatalogCollector(new CatalogWindows(store, "test"), false);
      List<Boolean> read = new ArrayList<>();
      for (Instant time : times) {
        read.add(collector.look("a", stopped -> catalog(time, 5), time, () -> false).isPresent());
      }
      return read;
    }
  }

  /** A run of a single look. */
  private CatalogReport look(boolean raw, Catalog catalog) throws Exception {
    try (StoreWriter store = open()) {
      return new CatalogCollector(new CatalogWindows(store, "test"), raw)
          .look("a", stopped -> catalog, NOW, () -> false)
          .orElseThrow();
    }
  }

  private long windows() throws IOException {
    try (Stream<Path> windows = Files.list(folder.resolve("store/windows/a"))) {
      return windows.count();
    }
  }

  private StoreWriter open() throws IOException {
    return StoreWriter.open(new LocalStoreFiles(folder.resolve("store")), "test");
  }

  private static Catalog catalog(Instant takenAt, long rows, String... others) {
    List<EventDefinition> events =
        Stream.concat(Stream.of("e"), Stream.of(others))
            .map(name -> new EventDefinition(name, "EVERY ? DAY", true, "DELETE FROM t"))
            .toList();
    return new Catalog(
        takenAt,
        Optional.of("9.7.4"),
        List.of(new SchemaDefinition("s", Optional.empty(), Optional.empty(), List.copyOf(events))),
        List.of(
            new TableStatistics(
                "s",
                "t",
                takenAt,
                OptionalLong.of(rows),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of())),
        List.of(),
        List.of(GAP));
  }
}
