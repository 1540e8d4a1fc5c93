package dev.watershed.reports.review.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.FleetFactsFixture;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChangeSentencesTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private static List<String> sentences(ReviewFacts facts) {
    return ((Block.Prose) ChangeSentences.of(facts, WORDS)).paragraphs();
  }

  @Test
  void withoutAnEarlierSpanItSaysHowToCompare() {
    assertThat(sentences(new ReviewFactsFixture().build()))
        .singleElement()
        .asString()
        .contains("--compare-to");
  }

  @Test
  void whatIsTheSameIsNoChange() {
    ReviewFacts facts = new ReviewFactsFixture().after(new ReviewFactsFixture().build());
    assertThat(sentences(facts))
        .contains(
            "0 statements are new, 0 are gone, 0 are slower, 0 are faster.",
            "No new crossing between owners.",
            "Rules: 0 violations are new since then, 0 are gone or cannot be told.")
        .noneMatch(each -> each.contains("too rarely"));
  }

  @Test
  void newCrossingsAndChangedStatementsAreCounted() {
    ReviewFactsFixture now = new ReviewFactsFixture();
    now.workload()
        .user("market")
        .statement("UPDATE shop.orders SET state = 2 WHERE member_id = 3")
        .run(FleetFactsFixture.times(90, 3_000));
    now.workload().statement("SELECT 'once' FROM shop.coupons").run(5);
    assertThat(sentences(now.after(new ReviewFactsFixture().build())))
        .contains("1 statements are new, 0 are gone, 0 are slower, 0 are faster.")
        .anyMatch(each -> each.startsWith("1 further statements ran in one of the spans only"))
        .anyMatch(each -> each.contains("new crossing"));
  }
}
