package dev.watershed.analyzer.trend;

import static dev.watershed.analyzer.trend.TrendFixture.facts;
import static dev.watershed.analyzer.trend.TrendFixture.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.CouplingFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerChangesTest {

  private static final String NOTES = "UPDATE misc.notes SET a = 1";
  private static final String TAGS = "UPDATE misc.tags SET a = 1";

  private static List<OwnerChange> changes(CouplingFixture base, CouplingFixture head) {
    return OwnerChanges.of(facts(base), facts(head));
  }

  @Test
  void bothWritersAreNamedWithTheirShares() {
    OwnerChange change =
        changes(
                span().run("shop", 30, NOTES).run("mail", 10, NOTES),
                span().run("mail", 36, NOTES).run("shop", 4, NOTES))
            .get(0);
    assertThat(change.table()).isEqualTo("misc.notes");
    assertThat(List.of(change.base(), change.head())).containsExactly("shop", "mail");
    assertThat(change.baseShare()).isEqualTo(0.75);
    assertThat(change.headShare()).isEqualTo(0.9);
    assertThat(change.headWritesPerSecond()).isEqualTo(change.baseWritesPerSecond());
  }

  @Test
  void twentyWritesInBothSpansAreEnoughAndNineteenAreNot() {
    assertThat(changes(span().run("shop", 20, NOTES), span().run("mail", 20, NOTES))).hasSize(1);
    assertThat(changes(span().run("shop", 19, NOTES), span().run("mail", 90, NOTES))).isEmpty();
  }

  @Test
  void oneOfThemHasToBeAnOwner() {
    CouplingFixture base = span().run("shop", 30, NOTES).run("mail", 20, NOTES);
    CouplingFixture head = span().run("mail", 30, NOTES).run("shop", 20, NOTES);
    assertThat(changes(base, head)).isEmpty();
  }

  @Test
  void aTableThatIsWrittenMostStandsFirst() {
    CouplingFixture base = span().run("shop", 30, NOTES).run("shop", 30, TAGS);
    CouplingFixture head = span().run("mail", 30, NOTES).run("mail", 60, TAGS);
    assertThat(changes(base, head))
        .extracting(OwnerChange::table)
        .containsExactly("misc.tags", "misc.notes");
  }

  @Test
  void aTableThatOneSpanOnlyWritesHasNoOtherOwner() {
    assertThat(changes(span(), span().run("mail", 90, NOTES))).isEmpty();
  }
}
