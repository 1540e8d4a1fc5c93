package dev.watershed.analyzer.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.CommentPattern;
import dev.watershed.analyzer.service.Glob;
import dev.watershed.analyzer.service.Match;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.OriginTag;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.api.map.primitive.LongLongMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.junit.jupiter.api.Test;

class ServerEstimatesTest {

  private static final String SELECT = "statement/sql/select";
  private static final LongLongMap TIMES =
      LongLongHashMap.newWithKeysValues(1, 60_000_000, 2, 40_000_000, 3, 3_000_000);

  private final Samples samples =
      new Samples().seen(1, "market", 60).seen(2, "market", 20).seen(2, "member", 20);

  @Test
  void timesAreSharedAndRareStatementsTogether() {
    ServerEstimate estimate = estimate(samples.seen(9, "member", 2));
    assertThat(estimate.samples()).isEqualTo(102);
    assertThat(estimate.services().totalMicros()).isEqualTo(103_000_000);
    assertThat(estimate.services().unsampledMicros()).isEqualTo(3_000_000);
    assertThat(estimate.services().openMicros()).isZero();
    Interval member = estimate.services().of(Attribution.of("member"));
    assertThat(member.estimate()).as("half of 2, and the rare ones").isEqualTo(23_000_000);
    assertThat(member.contains(20_000_000)).isTrue();
  }

  @Test
  void timeWithoutAnySampleMayBeAnybodys() {
    AttributedLoad load = estimate(samples).services();
    assertThat(load.openMicros()).isEqualTo(3_000_000);
    Interval member = load.of(Attribution.of("member"));
    assertThat(member.estimate()).isEqualTo(20_000_000);
    assertThat(load.of(Attribution.of("nobody yet")).high()).isGreaterThan(3_000_000);
    double given = load.services().stream().mapToDouble(part -> part.micros().estimate()).sum();
    assertThat(given + load.openMicros()).isEqualTo(load.totalMicros());
  }

  @Test
  void theCollectorsOwnLooksAreNobodysLoad() {
    ServerEstimate estimate = estimate(samples.seen(77, "watershed", 50));
    assertThat(estimate.samples()).isEqualTo(100);
    assertThat(estimate.services().openMicros()).isEqualTo(3_000_000);
  }

  @Test
  void countersOfAccountsThatFitTheSamplesAgree() {
    ServerEstimate estimate =
        estimate(
            samples
                .counted("market", SELECT, 78_000_000)
                .counted("member", SELECT, 22_000_000)
                .counted("member", "statement/sp/stmt", 900_000_000)
                .counted("watershed", SELECT, 900_000_000)
                .counted("", SELECT, 900_000_000));
    assertThat(estimate.accounts())
        .extracting(AccountCheck::user)
        .as("not the collector, nor steps of routines, nor the server's own threads")
        .containsExactly("market", "member");
    assertThat(estimate.accounts().get(0).countedShare()).isCloseTo(0.78, within(1e-9));
    assertThat(estimate.agreeing()).isEqualTo(2);
  }

  @Test
  void countersThatSaySomethingElseDoNotAgree() {
    ServerEstimate estimate =
        estimate(
            samples.counted("market", SELECT, 40_000_000).counted("member", SELECT, 60_000_000));
    assertThat(estimate.agreeing()).isZero();
    assertThat(estimate.accounts()).extracting(AccountCheck::agrees).containsOnly(false);
  }

  @Test
  void anAccountOfSeveralServicesIsComparedAsAWhole() {
    ServiceMapping mapping = ServiceMapping.of(List.of(tagged("push"), tagged("notification")));
    Samples shared =
        new Samples()
            .seen(1, "shared", 30, new OriginTag("application", "push"))
            .seen(1, "shared", 30, new OriginTag("application", "notification"))
            .seen(2, "shared", 40)
            .counted("shared", SELECT, 100_000_000);
    ServerEstimate estimate =
        ServerEstimates.estimate("db", shared.build(), TIMES, mapping, "watershed");
    AccountCheck account = estimate.accounts().get(0);
    assertThat(account.services()).containsExactly("notification", "push");
    assertThat(account.agrees()).isTrue();
    assertThat(estimate.services().of(Attribution.NONE).estimate()).isEqualTo(40_000_000);
  }

  private static Service tagged(String name) {
    return new Service(
        name,
        Optional.empty(),
        Optional.of(
            new Match(
                List.of(new Glob("shared")),
                List.of(),
                List.of(),
                List.of(new CommentPattern("application", List.of(new Glob(name)))))),
        List.of(),
        List.of(),
        List.of());
  }

  private static ServerEstimate estimate(Samples seen) {
    return ServerEstimates.estimate(
        "db", seen.build(), TIMES, ServiceMapping.accounts(), "watershed");
  }
}
