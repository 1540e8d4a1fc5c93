package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.Catalogs;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastWindowFilesTest {

  private static final int RUNS = 5;
  private static final List<Event> EVENTS = Events.random(51, 200, 30);

  private final MemoryFiles files = new MemoryFiles();

  /** With slots, and where all of them were merged. */
  @Test
  void theProgressIsThatOfTheWholeStore() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      for (int run = 1; run <= RUNS; run++) {
        List<Event> part = EVENTS.subList((run - 1) * 40, run * 40);
        StoreFixture.seal(writer, "a/b", run, part, Events.WIDE);
        Instant slot = Events.START.plus(Duration.ofHours(run));
        StoreFixture.sealCatalog(writer, "a/b", slot, run, Catalogs.random(run));
      }
    }
    same();
    CompactionPolicy policy =
        new CompactionPolicy(
            Duration.ofHours(1), Duration.ofHours(2), Duration.ofDays(99), Events.WIDE);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      writer.compact(policy, Events.START.plus(Duration.ofDays(9)));
    }
    same();
  }

  private void same() throws IOException {
    MemoryFiles began = new MemoryFiles();
    try (StoreWriter whole = StoreWriter.open(files, "test");
        StoreWriter writer = StoreWriter.open(began, "test");
        OtherStore last = OtherStore.open(new LastWindowFiles(files))) {
      assertThat(writer.take(last, "a/b")).flatExtracting(TakenSource::failures).isEmpty();
      for (String source : List.of(StoreFixture.SOURCE, WindowSource.CATALOG)) {
        assertThat(writer.progress("a/b", source).done().map(Seal::cursor))
            .isPresent()
            .isEqualTo(whole.progress("a/b", source).done().map(Seal::cursor));
      }
      assertThat(writer.wholeCatalog("a/b")).contains(Catalogs.random(RUNS));
    }
    assertThat(new WindowFiles(began).names("a/b"))
        .hasSizeLessThanOrEqualTo(new WindowFiles(files).names("a/b").size());
  }
}
