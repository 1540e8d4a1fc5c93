package dev.watershed.analyzer.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.service.Glob;
import dev.watershed.analyzer.service.Match;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.transaction.TransactionFacts;
import dev.watershed.workload.Origin;
import dev.watershed.workload.TransactionOutcome;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.snapshot.SnapshotServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is ranked of a reduced workload is what is ranked of the whole one. */
@Tag("long")
class ServerReductionTest {

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
  private static final ServiceMapping MAPPING =
      ServiceMapping.of(List.of(service("even", "u0", "u2"), service("odd", "u1")));

  private static Service service(String name, String... users) {
    List<Glob> globs = java.util.Arrays.stream(users).map(Glob::new).toList();
    return new Service(
        name,
        Optional.empty(),
        Optional.of(new Match(globs, List.of(), List.of(), List.of())),
        List.of(),
        List.of(),
        List.of());
  }

  private static Workload workload(long seed, WorkloadBounds bounds) {
    Random random = new Random(seed);
    WorkloadFixture fixture = new WorkloadFixture(bounds);
    for (int i = 0; i < 600; i++) {
      fixture
          .statement("SELECT a FROM t" + random.nextInt(40) + " WHERE id = " + i)
          .schema("s" + random.nextInt(3))
          .user("u" + random.nextInt(6))
          .at(START.plusMillis(random.nextInt(9_000_000)).toString())
          .rows(random.nextInt(9), random.nextInt(900))
          .run((long) Math.pow(10, 1 + 5 * random.nextDouble()));
    }
    for (int i = 0; i < 60; i++) {
      fixture
          .user("u" + random.nextInt(6))
          .transaction(
              TransactionOutcome.COMMITTED,
              "SELECT a FROM t" + random.nextInt(5),
              "UPDATE t" + random.nextInt(5) + " SET a = 1");
    }
    return fixture.build();
  }

  private static Workload reduced(Workload workload) {
    SnapshotServer server =
        new SnapshotServer(
            "db",
            "slowlog",
            START,
            START.plusSeconds(9_000),
            workload,
            Observations.NONE,
            Optional.empty());
    return ServerReduction.of(server, new OriginReduction(MAPPING, workload.origins()), "")
        .workload();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sameRanking(long seed) {
    check(workload(seed, WorkloadBounds.standard()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sameRankingWhereNamesWereLumped(long seed) {
    check(workload(seed, WorkloadBounds.ofNames(20, 3, 2, 20, 30)));
  }

  private static void check(Workload workload) {
    Workload reduced = reduced(workload);
    WorkloadFacts whole = new Ranker(workload, MAPPING).rank(RankingOptions.everyDigest());
    WorkloadFacts less =
        new Ranker(reduced, MAPPING.ofSnapshot()).rank(RankingOptions.everyDigest());
    assertThat(less.groups())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*sample.*")
        .isEqualTo(whole.groups());
    assertThat(less.services()).usingRecursiveComparison().isEqualTo(whole.services());
    assertThat(less.quality().unattributedShare()).isEqualTo(whole.quality().unattributedShare());
    assertThat(less.quality().untimedCalls()).isEqualTo(whole.quality().untimedCalls());
    assertThat(TransactionFacts.of(reduced, MAPPING.ofSnapshot(), 0).toString())
        .isEqualTo(TransactionFacts.of(workload, MAPPING, 0).toString());
    assertThat(reduced.minutes().size()).isZero();
    assertThat(reduced.texts()).allMatch(text -> text.sample().isEmpty());
    assertThat(reduced.origins().stream().map(Origin::host)).containsOnly("");
  }
}
