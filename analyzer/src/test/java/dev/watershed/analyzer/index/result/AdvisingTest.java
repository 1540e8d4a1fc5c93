package dev.watershed.analyzer.index.result;

import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.FactMaker.reading;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.input.SeenUse;
import dev.watershed.analyzer.index.redundancy.HintedIndexes;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A new index on {@code (member, shop)} pays, before which those on {@code (member)} are short; the
 * other statement needs one of them for its order.
 */
class AdvisingTest {

  private static final double CALLS = 72_000;

  private static List<IndexAdvice> advised(IndexUsage usage, boolean ordered, String... twin) {
    StatisticTable orders =
        table("orders")
            .numbers("member", "shop", "amount")
            .key("a", false, "member")
            .key("b", false, twin)
            .rows(1_000_000, 16_000)
            .distinct("PRIMARY", 1_000_000)
            .distinct("a", 1_000, 1_000_000)
            .distinct("b", 1_000, 1_000_000)
            .make();
    AdvisedServer server =
        Servers.mysql(
            List.of(orders),
            reading("orders").where(is("member"), is("shop")).selectAll().called(CALLS),
            reading("orders")
                .where(is("member"))
                .orderBy(ordered ? "id" : "shop")
                .selectAll()
                .limit(1)
                .called(CALLS));
    return advised(usage, server);
  }

  private static List<IndexAdvice> advised(IndexUsage usage, AdvisedServer server) {
    AdvisorInput input =
        new AdvisorInput(
            server,
            usage,
            new SeenUse(List.of(Saying.verbatim("not everything"))),
            new HintedIndexes(server.statements(), List.of()));
    return Advising.advice(input, AdvisorOptions.DEFAULTS).indexes();
  }

  /** The first ones of a member in the order of another column, which no other index serves. */
  private static WeightedStatement newest(String order) {
    return reading("orders").where(is("member")).orderBy(order).selectAll().limit(5).called(CALLS);
  }

  private static List<String> going(List<IndexAdvice> advice) {
    List<String> names = new ArrayList<>();
    for (IndexAdvice each : advice) {
      if (each.kind().isDrop()) {
        names.add(each.index().name());
      } else {
        names.addAll(each.others());
      }
    }
    return names;
  }

  @ParameterizedTest(name = "KEY a (member), KEY b ({0})")
  @CsvSource({"member", "'member,id'"})
  void oneOfTwoEqualIndexesStays(String parts) {
    List<IndexAdvice> advice = advised(IndexUsage.UNKNOWN, true, parts.split(","));

    assertThat(advice).extracting(IndexAdvice::kind).containsExactly(Kind.ADD, Kind.DROP_DUPLICATE);
    assertThat(going(advice)).containsExactly("b");
  }

  /** Two new indexes that both begin with {@code member}: the old one is dropped by one of them. */
  @Test
  void anOldIndexThatTwoNewOnesBeginWithGoesOnce() {
    StatisticTable orders =
        table("orders")
            .numbers("member", "shop", "amount")
            .key("a", false, "member")
            .rows(1_000_000, 16_000)
            .distinct("PRIMARY", 1_000_000)
            .distinct("a", 1_000, 1_000_000)
            .make();
    List<IndexAdvice> advice =
        advised(
            IndexUsage.UNKNOWN, Servers.mysql(List.of(orders), newest("shop"), newest("amount")));

    assertThat(advice)
        .extracting(IndexAdvice::kind)
        .containsExactlyInAnyOrder(Kind.EXTEND, Kind.ADD);
    assertThat(advice)
        .allSatisfy(
            each ->
                assertThat(each.index().parts().get(0)).isEqualTo(IndexPart.ofColumn("member")));
    assertThat(going(advice)).containsExactly("a");
  }

  @Test
  void nothingGoesTwice() {
    IndexUsage unused = new IndexUsage(99 * 86_400, Set.of("test"), Set.of(), true, Map.of());

    assertThat(going(advised(unused, false, "amount"))).doesNotHaveDuplicates();
  }
}
