package dev.watershed.analyzer.trend;

import static dev.watershed.analyzer.trend.TrendFixture.facts;
import static dev.watershed.analyzer.trend.TrendFixture.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.trend.PairChange.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairChangesTest {

  private static final String WRITE_NOTES = "UPDATE misc.notes SET a = 1";
  private static final String JOIN =
      "SELECT i.a FROM shop.items i JOIN member.members m ON i.p = m.id";

  private static List<PairChange> changes(CouplingFixture base, CouplingFixture head) {
    return PairChanges.of(facts(base), facts(head));
  }

  private static List<String> names(List<PairChange> changes) {
    return changes.stream().map(each -> each.first() + " " + each.second()).toList();
  }

  @Test
  void whatGrowsOneWayShrinksTheOther() {
    CouplingFixture head = span().run("shop", 60, JOIN);
    PairChange grown = changes(span(), head).get(0);
    assertThat(grown.grown()).contains(Measure.JOINS);
    assertThat(grown.shrunk()).isEmpty();
    PairChange shrunk = changes(span().run("shop", 60, JOIN), span()).get(0);
    assertThat(shrunk.shrunk()).isEqualTo(grown.grown());
    assertThat(shrunk.grown()).isEmpty();
  }

  @Test
  void aPairThatIsCoupledAsBeforeIsNoChange() {
    assertThat(changes(span().run("shop", 60, JOIN), span().run("shop", 66, JOIN))).isEmpty();
  }

  @Test
  void twentyWritesOfBothAreEnoughAndFewerAreNot() {
    CouplingFixture few = span().run("shop", 9, WRITE_NOTES).run("mail", 9, WRITE_NOTES);
    CouplingFixture enough = span().run("shop", 40, WRITE_NOTES).run("mail", 40, WRITE_NOTES);
    assertThat(changes(span(), few)).isEmpty();
    assertThat(names(changes(span(), enough))).containsExactly("mail shop");
  }

  @Test
  void thePairWhoseTablesAreSharedMostStandsFirst() {
    CouplingFixture base = busy(span());
    CouplingFixture head =
        busy(span())
            .run("mail", 900, "SELECT a FROM member.members")
            .run("shop", 300, "SELECT a FROM mail.queue");
    List<PairChange> changes = changes(base, head);
    assertThat(names(changes)).startsWith("mail member").hasSizeGreaterThan(1);
    double[] shifts =
        changes.stream()
            .mapToDouble(
                each ->
                    -Math.abs(Measure.JACCARD.of(each.head()) - Measure.JACCARD.of(each.base())))
            .toArray();
    assertThat(Arrays.stream(shifts).boxed().toList()).isSorted();
  }

  private static CouplingFixture busy(CouplingFixture span) {
    return span.run("shop", 200, "SELECT a FROM shop.items")
        .run("member", 200, "SELECT a FROM member.members")
        .run("mail", 200, "SELECT a FROM mail.queue");
  }

  @Test
  void nothingIsMeasuredOfWhatIsNotCoupled() {
    for (Measure measure : Measure.values()) {
      assertThat(measure.of(Optional.empty())).isZero();
    }
  }
}
