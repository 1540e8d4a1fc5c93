package dev.watershed.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.follow.SimulatedServer;
import dev.watershed.spark.CommandRun;
import dev.watershed.spark.LocalSpark;
import dev.watershed.workload.store.MergedDayFiles;
import dev.watershed.workload.store.ServerDay;
import dev.watershed.workload.store.SpanMerge;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextFolder;
import dev.watershed.workload.store.window.WindowLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeJobTest {

  @TempDir private static Path folder;
  private static LocalSpark spark;

  @BeforeAll
  static void collect() throws IOException {
    spark = new LocalSpark("local[2]", Map.of());
    StringBuilder servers = new StringBuilder("store: ./store\nservers:\n");
    for (int server = 1; server <= 3; server++) {
      Path log = Files.createDirectories(folder.resolve("db-" + server)).resolve("slow.log");
      SimulatedServer simulated = new SimulatedServer(log, server);
      simulated.run(300, Duration.ofMinutes(13));
      simulated.flush();
      servers.append(
          "  - {name: db-%d, slowLog: db-%d/slow.log, longQueryTimeSeconds: 0}\n"
              .formatted(server, server));
    }
    Files.writeString(folder.resolve("watershed.yaml"), servers);
    assertThat(CommandRun.alone(folder, "collect", "-c", "watershed.yaml", "--log-ended").code())
        .isZero();
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  private static LocalStoreFiles files() {
    return new LocalStoreFiles(folder.resolve("store"));
  }

  private static String address() {
    return folder.resolve("store").toString();
  }

  @Test
  void executorsMergeAsOneMachineDoes() throws IOException {
    List<ServerDay> days = new ArrayList<>();
    MergedDayFiles.Merger asking =
        asked -> {
          days.addAll(asked);
          return new MergeJob(spark, address()).merge(asked);
        };
    try (StoreSnapshot merged =
            Store.open(new MergedDayFiles(files(), asking)).summed(WindowFilter.ALL);
        StoreSnapshot plain = Store.open(files()).snapshot(WindowFilter.ALL);
        TextFiles texts = TextFiles.open(files(), TextFolder.TEXTS, (name, damaged) -> {})) {
      assertThat(plain.windows()).hasSizeGreaterThan(500);
      assertThat(merged.windows())
          .hasSameSizeAs(days)
          .extracting(window -> window.name().level())
          .containsOnly(WindowLevel.HOURS);
      Map<ServerDay, List<SpanMerge>> found = new MergeJob(spark, address()).merge(days);
      for (ServerDay day : days) {
        assertThat(found.get(day)).as("%s", day).isEqualTo(SpanMerge.of(files(), texts, day));
      }
    }
  }

  @Test
  void aClusterThatGivesUpIsNamed() {
    ServerDay day = new ServerDay("db-1", Instant.parse("2026-11-23T00:00:00Z"));
    assertThatThrownBy(() -> new MergeJob(spark, "gs://somewhere/store").merge(List.of(day)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the cluster gave up merging windows")
        .hasMessageContaining("a store cannot be on gs");
  }

  @Test
  void whatIsNotAskedForStartsNoCluster() throws IOException {
    MergedDayFiles files =
        new MergedDayFiles(
            files(),
            days -> {
              throw new AssertionError("asked for " + days);
            });
    WindowFilter morning =
        new WindowFilter(Set.of(), Set.of(), Instant.MIN, Instant.parse("1971-01-01T00:00:00Z"));
    try (StoreSnapshot nothing = Store.open(files).summed(morning)) {
      assertThat(nothing.windows()).isEmpty();
    }
  }
}
