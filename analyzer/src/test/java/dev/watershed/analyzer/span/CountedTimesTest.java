package dev.watershed.analyzer.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.collections.api.map.primitive.LongLongMap;
import org.eclipse.collections.impl.factory.primitive.ByteLists;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountedTimesTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final String READ = "SELECT a FROM items";
  private static final String WRITE = "UPDATE items SET a = 1";

  @TempDir private Path folder;

  @Test
  void timesOfCountersAddUpByServerAndDigest() throws IOException {
    try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(folder), "test")) {
      put(writer, "a", WindowSource.COUNTERS, 0, READ, 1_000);
      put(writer, "a", WindowSource.COUNTERS, 1, READ, 200);
      put(writer, "a", WindowSource.COUNTERS, 2, WRITE, 30);
      put(writer, "a", WindowSource.SLOW_LOG, 0, READ, 9_000_000);
      put(writer, "b", WindowSource.COUNTERS, 0, READ, 4);
      put(writer, "log only", WindowSource.SLOW_LOG, 0, READ, 8_000_000);
    }
    try (StoreSnapshot snapshot =
        Store.open(new LocalStoreFiles(folder)).snapshot(WindowFilter.ALL)) {
      SortedMap<String, LongLongMap> times = CountedTimes.of(snapshot.windows());
      assertThat(times).containsOnlyKeys("a", "b");
      assertThat(times.get("a"))
          .isEqualTo(LongLongHashMap.newWithKeysValues(digest(READ), 1_200, digest(WRITE), 30));
      assertThat(times.get("b")).isEqualTo(LongLongHashMap.newWithKeysValues(digest(READ), 4));
    }
  }

  private static void put(
      StoreWriter writer, String server, String source, int slot, String sql, long micros)
      throws IOException {
    Instant start = START.plus(WindowLevel.SLOT.length().multipliedBy(slot));
    WindowName name = new WindowName(server, source, WindowLevel.SLOT, start, slot + 1L);
    writer.put(
        new WindowHeader(
            name,
            start,
            name.end(),
            "test",
            new Seal(slot + 1L, 0, 1, ByteLists.immutable.empty()),
            List.of()),
        new WorkloadFixture()
            .statement(sql)
            .at(start.plusSeconds(1).toString())
            .run(micros)
            .build());
  }

  private static long digest(String sql) {
    return Fingerprints.of(sql, SqlMode.standard()).digest();
  }
}
