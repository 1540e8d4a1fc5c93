package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCollectorTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;

  @Test
  void aServerIsReadOnceAnHourWhateverTheRunsAre() throws Exception {
    assertThat(looks(false, NOW, NOW.plus(MINUTE))).containsExactly(true, false);
    assertThat(looks(false, NOW.plus(HOUR).minusMillis(1))).containsExactly(false);
    assertThat(looks(false, NOW.plus(HOUR), NOW.plus(HOUR).plus(MINUTE)))
        .containsExactly(true, false);
  }

  @Test
  void aClockThatWasSetBackMakesNobodyWait() throws Exception {
    assertThat(looks(false, NOW, NOW.minus(HOUR.multipliedBy(9)))).containsExactly(true, true);
  }

  @Test
  void literalsThatAreToBeKeptOrNotAnyMoreMakeAnotherCatalog() throws Exception {
    assertThat(looks(false, NOW)).containsExactly(true);
    assertThat(looks(true, NOW.plus(MINUTE))).containsExactly(true);
    assertThat(looks(false, NOW.plus(MINUTE).plus(MINUTE))).containsExactly(true);
  }

  @Test
  void theCatalogOfADumpDoesNotStandForTheServer() throws Exception {
    try (StoreWriter store = open()) {
      byte[] cursor = new ByteWriter().number(1).text("REDACT").toByteArray();
      new CatalogWindows(store, "test").put("a", NOW, catalog(NOW), cursor);
    }

    assertThat(looks(false, NOW.plus(MINUTE))).containsExactly(true);
  }

  @Test
  void aServerThatFailsIsAskedAgainAtTheNextLook() throws Exception {
    try (StoreWriter store = open()) {
      CatalogCollector collector = new CatalogCollector(new CatalogWindows(store, "test"), false);
      assertThatThrownBy(
              () ->
                  collector.look(
                      "a",
                      () -> {
                        throw new ServerException(ServerProblem.CUT, "cut");
                      },
                      NOW))
          .isInstanceOf(ServerException.class);
      assertThat(collector.look("a", () -> catalog(NOW), NOW.plus(MINUTE))).isPresent();
    }
  }

  /** Whether the server was read at each of these times, in one run. */
  private List<Boolean> looks(boolean raw, Instant... times) throws Exception {
    try (StoreWriter store = open()) {
      CatalogCollector collector = new CatalogCollector(new CatalogWindows(store, "test"), raw);
      List<Boolean> read = new ArrayList<>();
      for (Instant time : times) {
        read.add(collector.look("a", () -> catalog(time), time).isPresent());
      }
      return read;
    }
  }

  private StoreWriter open() throws IOException {
    return StoreWriter.open(new LocalStoreFiles(folder.resolve("store")), "test");
  }

  private static Catalog catalog(Instant takenAt) {
    return new Catalog(takenAt, Optional.of("9.7.4"), List.of(), List.of(), List.of(), List.of());
  }
}
