package dev.watershed.analyzer.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.Visibility;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.CompactionPolicy;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.collections.impl.factory.primitive.ByteLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The columns say what the ranking of the merged workload says. */
class SpanScanTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  private static final int SLOTS = 9;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(value = WindowLevel.class, mode = EnumSource.Mode.EXCLUDE, names = "SPAN")
  void theFiguresOfEachDigestAreThoseOfTheRanker(WindowLevel level) throws IOException {
    write(level);
    try (StoreSnapshot snapshot = snapshot()) {
      assertThat(snapshot.windows().get(0).name().level()).isEqualTo(level);
      Workload workload = snapshot.merge(WorkloadBounds.standard()).workload();
      WorkloadFacts facts =
          new Ranker(workload, ServiceMapping.accounts())
              .rank(new RankingOptions(GroupBy.DIGEST, Order.TIME, 0));
      Visibility visibility = facts.quality().visibility();
      DigestSums sums = SpanScan.of(snapshot.windows()).sums();
      Map<Long, Figures> figures = new HashMap<>();
      for (int id = 0; id < sums.size(); id++) {
        figures.put(sums.digest(id), sums.figures(id, visibility));
        assertThat(sums.percentiles(id)).isEqualTo(figures.get(sums.digest(id)).percentiles());
      }
      assertThat(figures).hasSize(facts.groupCount()).hasSizeGreaterThan(30);
      for (GroupFacts group : facts.groups()) {
        assertThat(figures.get(digestOf(group))).isEqualTo(group.figures());
      }
      List<DigestLoad> ranked =
          DigestLoad.rank(SpanScan.of(snapshot.windows(), DigestLoad.MEASURES).sums());
      assertThat(ranked.stream().map(DigestLoad::timeMicros).toList())
          .isEqualTo(facts.groups().stream().map(group -> group.figures().timeMicros()).toList());
      assertThat(ranked.stream().map(DigestLoad::calls).toList())
          .containsExactlyInAnyOrderElementsOf(
              facts.groups().stream().map(group -> group.figures().loggedCalls()).toList());
    }
  }

  @Test
  void aDamagedWindowIsNamedAndNothingOfItIsCounted() throws IOException {
    write(WindowLevel.SLOT);
    long whole = total();
    Path victim;
    try (Stream<Path> files = Files.walk(folder)) {
      victim = files.filter(file -> file.toString().endsWith(".window")).sorted().toList().get(3);
    }
    byte[] bytes = Files.readAllBytes(victim);
    for (int i = 0; i < 64; i++) {
      bytes[bytes.length / 2 + i] ^= 1;
    }
    Files.write(victim, bytes);
    try (StoreSnapshot snapshot = snapshot()) {
      SpanScan scan = SpanScan.of(snapshot.windows());
      assertThat(scan.skipped())
          .singleElement()
          .satisfies(
              skipped -> {
                assertThat(skipped.problem()).isEqualTo(FileProblem.CORRUPTED);
                assertThat(skipped.file()).endsWith(victim.getFileName().toString());
              });
    }
    assertThat(total()).isLessThan(whole);
  }

  @Test
  void whatWasNotAskedForIsNotAnswered() throws IOException {
    write(WindowLevel.SLOT);
    try (StoreSnapshot snapshot = snapshot()) {
      DigestSums sums = SpanScan.of(snapshot.windows(), DigestLoad.MEASURES).sums();
      assertThatThrownBy(() -> sums.percentiles(0)).hasMessageContaining("not asked for");
      assertThatThrownBy(() -> sums.value(0, dev.watershed.workload.Measure.ERRORS))
          .hasMessageContaining("ERRORS was not asked for");
    }
  }

  private long total() throws IOException {
    try (StoreSnapshot snapshot = snapshot()) {
      return DigestLoad.rank(SpanScan.of(snapshot.windows()).sums()).stream()
          .mapToLong(DigestLoad::timeMicros)
          .sum();
    }
  }

  private StoreSnapshot snapshot() throws IOException {
    return Store.open(new LocalStoreFiles(folder)).snapshot(WindowFilter.ALL);
  }

  private void write(WindowLevel level) throws IOException {
    Random random = new Random(77);
    try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(folder), "test")) {
      for (int slot = 0; slot < SLOTS; slot++) {
        Instant start = START.plus(Duration.ofMinutes(15L * slot));
        WindowName name = new WindowName("db", "slowlog", WindowLevel.SLOT, start, slot + 1L);
        Seal seal = new Seal(slot + 1L, 0, 1, ByteLists.immutable.empty());
        writer.put(
            new WindowHeader(name, start, name.end(), "test", seal, List.of()),
            workload(random, start));
      }
      int hoursLater =
          switch (level) {
            case SLOT -> 0;
            case HOUR -> 2 * 24 + 4;
            case HOURS -> 5 * 24;
            case DAY -> 20 * 24;
            case SPAN -> throw new IllegalArgumentException("no store has one");
          };
      writer.compact(CompactionPolicy.standard(), START.plus(Duration.ofHours(hoursLater)));
    }
  }

  private static Workload workload(Random random, Instant start) {
    WorkloadFixture fixture = new WorkloadFixture();
    for (int i = 0; i < 400; i++) {
      int table = (int) (Math.pow(random.nextDouble(), 2) * 60);
      fixture
          .statement("SELECT a FROM t" + table + " WHERE id = " + i)
          .schema("s" + table % 3)
          .user("u" + random.nextInt(4))
          .at(start.plusMillis(random.nextInt(900_000)).toString())
          .rows(random.nextInt(9), random.nextInt(900))
          .lockMicros(random.nextInt(50))
          .run((long) Math.pow(10, 1 + 5 * random.nextDouble()));
    }
    return fixture.build();
  }

  private static long digestOf(GroupFacts group) {
    return ((GroupKey.Digest) group.key()).digest();
  }
}
