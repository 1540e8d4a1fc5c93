package dev.watershed.reports.review.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.decision.JudgedDecision;
import dev.watershed.analyzer.decision.MeasuredDecision;
import dev.watershed.analyzer.decision.OutcomeJudge;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressSectionTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private static <B extends Block> List<B> blocks(Section section, Class<B> kind) {
    return section.blocks().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void decisionsAreCountedByTeamAndStanding() {
    Section section = ProgressSection.of(new ReviewFactsFixture().build(), WORDS);
    assertThat(blocks(section, Block.Tiles.class).get(0).tiles())
        .extracting(Block.Tiles.Tile::label)
        .contains("decisions", "still there", "there again", "findings without one");
    Block.Bars teams = (Block.Bars) blocks(section, Block.Pair.class).get(0).left();
    assertThat(teams.bars()).containsExactly(new Block.Bars.Bar("reservations", "", 1, "2", ""));
    assertThat(blocks(section, Block.Listing.class))
        .extracting(listing -> listing.table().id())
        .containsExactly("decision_teams", "decisions", "undecided");
  }

  @Test
  void withoutALedgerItSaysHowToKeepOne() {
    Section section = ProgressSection.of(new ReviewFactsFixture().withoutLedger().build(), WORDS);
    assertThat(section.blocks()).hasSize(1);
    assertThat(((Block.Lacking) section.blocks().get(0)).how()).contains("decisions.yaml");
  }

  @Test
  void besideAnEarlierSpanDecisionsAreMeasured() {
    ReviewFacts known = measured();
    MeasuredDecision measured = known.earlier().orElseThrow().decisions().get(0);
    DataTable table = Rows.table(ProgressSection.of(known, WORDS), "measured_decisions");
    assertThat(Rows.texts(table, "team", "outcome", "weight_now"))
        .containsExactly(
            List.of("reservations", WORDS.text("outcome." + measured.outcome().key()), "–"));
    assertThat(blocks(ProgressSection.of(known, WORDS), Block.Lacking.class)).isEmpty();
  }

  @Test
  void whatWasMeasuredIsSaidInTheLanguageOfTheReader() {
    ReviewFacts known = measured();
    PageWords japanese = PageWords.of(Locale.JAPANESE);
    MeasuredDecision measured = known.earlier().orElseThrow().decisions().get(0);
    assertThat(texts(known, WORDS)).containsExactly("The head does not show it any more");
    assertThat(texts(known, japanese)).containsExactly("今回の期間にはもう現れない");
    assertThat(
            Rows.texts(
                Rows.table(ProgressSection.of(known, japanese), "measured_decisions"), "finding"))
        .containsExactly(List.of(japanese.say(measured.finding().orElseThrow().saidTitle())));
  }

  private static List<String> texts(ReviewFacts facts, PageWords words) {
    return Rows.texts(Rows.table(ProgressSection.of(facts, words), "measured_decisions"), "reason")
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  /** The first decision, whose finding is gone. */
  private static ReviewFacts measured() {
    ReviewFacts before = new ReviewFactsFixture().build();
    ReviewFacts facts = new ReviewFactsFixture().after(before);
    EarlierReview earlier = facts.earlier().orElseThrow();
    JudgedDecision judged = before.ledger().orElseThrow().ledger().decisions().get(0);
    MeasuredDecision measured =
        OutcomeJudge.judge(judged.decision(), judged.finding(), Optional.empty(), List.of());
    return facts.comparedWith(
        new EarlierReview(
            earlier.length(),
            earlier.nowLength(),
            earlier.span(),
            earlier.fleet(),
            earlier.plan(),
            earlier.gate(),
            earlier.trend(),
            List.of(measured)));
  }

  @Test
  void teamsHaveTheirOldestOpenDecision() {
    DataTable teams =
        Rows.table(ProgressSection.of(new ReviewFactsFixture().build(), WORDS), "decision_teams");
    assertThat(Rows.texts(teams, "team", "decisions", "oldest"))
        .containsExactly(List.of("reservations", "2", "54"));
  }
}
