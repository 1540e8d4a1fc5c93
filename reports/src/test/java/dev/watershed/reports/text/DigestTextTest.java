package dev.watershed.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.reports.Golden;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.Shop;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTextTest {

  private static final ReportContext CONTEXT =
      new ReportContext(List.of("/var/log/mysql/slow.log"), Optional.of(Duration.ofMillis(420)));

  @Test
  void digests() {
    Golden.assertEquals(render(Shop.workload(), GroupBy.DIGEST, Order.TIME, 3, 110), "digest.txt");
  }

  @Test
  void narrow() {
    Golden.assertEquals(render(Shop.workload(), GroupBy.DIGEST, Order.P99, 2, 60), "narrow.txt");
  }

  @Test
  void services() {
    Golden.assertEquals(
        render(Shop.workload(), GroupBy.SERVICE, Order.CALLS, 0, 110), "services.txt");
  }

  @Test
  void minutes() {
    Golden.assertEquals(render(Shop.workload(), GroupBy.MINUTE, Order.TIME, 0, 90), "minutes.txt");
  }

  @Test
  void threshold() {
    WorkloadFixture slow = Shop.workload().longQueryTime(OptionalDouble.of(0.000_005));
    Golden.assertEquals(render(slow, GroupBy.DIGEST, Order.P95, 1, 110), "threshold.txt");
  }

  @Test
  void nothing() {
    WorkloadFixture empty = new WorkloadFixture().sources(new SourceFile("slow.log", 0, 0, 0));
    assertThat(render(empty, GroupBy.DIGEST, Order.TIME, 20, 80))
        .isEqualTo("0 bytes in 420 ms · 0 events · 0 digests · 0 services\n");
  }

  @ParameterizedTest
  @EnumSource(GroupBy.class)
  void everyGroupingFitsTheWidth(GroupBy groupBy) {
    for (Order order : Order.values()) {
      for (int width : new int[] {60, 80, 100, 132}) {
        assertThat(render(Shop.workload(), groupBy, order, 0, width).lines())
            .as("%s by %s in %d columns", groupBy, order, width)
            .filteredOn(line -> !line.contains("slow.log"))
            .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[31mred", "\u0007", "\u009b2J", "\u202egnp.exe", "\r", "\u2028"})
  void foreignTextCannotSteerTheTerminal(String hostile) {
    WorkloadFixture fixture =
        new WorkloadFixture()
            .sources(new SourceFile("slow" + hostile + ".log", 1, 1, 1))
            .issue(IssueReason.THROTTLED, 1, 1)
            .schema("s" + hostile)
            .user("u" + hostile)
            .statement("SELECT `" + hostile + "` FROM `t" + hostile + "`")
            .run(1);
    ReportContext context = new ReportContext(List.of("x" + hostile), Optional.empty());
    for (GroupBy groupBy : GroupBy.values()) {
      String text =
          new DigestText(new TextOptions(100, new Style(false)))
              .render(
                  new Ranker(fixture.build(), ServiceMapping.accounts())
                      .rank(new RankingOptions(groupBy, Order.TIME, 0)),
                  context);
      assertThat(text.chars().filter(c -> c != '\n' && c != ' '))
          .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
          .doesNotContain((int) '\u2028');
    }
  }

  @Test
  void colourOnlyWhereAskedFor() {
    String plain = render(Shop.workload(), GroupBy.DIGEST, Order.TIME, 3, 110);
    String coloured =
        new DigestText(new TextOptions(110, new Style(true)))
            .render(
                new Ranker(Shop.workload().build(), ServiceMapping.accounts())
                    .rank(new RankingOptions(GroupBy.DIGEST, Order.TIME, 3)),
                CONTEXT);
    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(plain);
  }

  private static String render(
      WorkloadFixture fixture, GroupBy groupBy, Order order, int limit, int width) {
    return new DigestText(new TextOptions(width, new Style(false)))
        .render(
            new Ranker(fixture.build(), ServiceMapping.accounts())
                .rank(new RankingOptions(groupBy, order, limit)),
            CONTEXT);
  }
}
