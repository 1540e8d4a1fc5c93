package dev.watershed.analyzer.trend;

import static dev.watershed.analyzer.trend.TrendFixture.facts;
import static dev.watershed.analyzer.trend.TrendFixture.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingChangesTest {

  private static final String READ_MEMBERS = "SELECT a FROM member.members";
  private static final String READ_QUEUE = "SELECT a FROM mail.queue";
  private static final String JOIN =
      "SELECT i.a FROM shop.items i JOIN member.members m ON i.p = m.id";

  private static List<FindingChange> changes(CouplingFixture base, CouplingFixture head) {
    return FindingChanges.of(facts(base), facts(head));
  }

  private static List<FindingChange> reads(List<FindingChange> changes) {
    return changes.stream()
        .filter(each -> each.finding().kind() == FindingKind.FOREIGN_READ)
        .toList();
  }

  @Test
  void theKindsStandTogetherAndWhatChangedMostFirst() {
    CouplingFixture head =
        span().run("shop", 20, READ_MEMBERS).run("shop", 80, READ_QUEUE).run("shop", 30, JOIN);
    List<FindingChange> changes = changes(span(), head);
    assertThat(changes.stream().map(each -> each.finding().kind()).toList()).isSorted();
    List<FindingChange> reads = reads(changes);
    assertThat(reads).hasSizeGreaterThan(1);
    assertThat(reads.stream().map(each -> -Math.abs(each.more())).toList()).isSorted();
  }

  @Test
  void whatIsGoneWeighsLessThanNothing() {
    FindingChange gone = reads(changes(span().run("shop", 40, READ_QUEUE), span())).get(0);
    assertThat(gone.kind()).isEqualTo(TrendKind.GONE);
    assertThat(gone.head()).isEmpty();
    assertThat(gone.more()).isNegative();
    assertThat(gone.finding()).isEqualTo(gone.base().orElseThrow());
  }

  @Test
  void aServerThatTheOtherSpanLacksIsNotComparable() {
    CouplingFixture head = span().server("db").tables("far.a").run("shop", 40, READ_MEMBERS);
    List<FindingChange> reads =
        FindingChanges.of(
                facts(span()),
                CouplingAnalysis.of(head.server("db2").build(), head.mapping(), PartyLevel.SERVICE))
            .stream()
            .filter(each -> !each.reason().isEmpty())
            .toList();
    assertThat(reads)
        .isNotEmpty()
        .allMatch(each -> each.reason().equals("the other span shows nothing of its servers"));
  }

  @Test
  void aChangeIsOfAFindingThatSomeSpanShows() {
    Optional<Finding> none = Optional.empty();
    assertThatThrownBy(() -> new FindingChange(TrendKind.NEW, none, none, Saying.nothing()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
