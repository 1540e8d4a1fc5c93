package dev.watershed.reports.review.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.rules.fleet.FleetStatement;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewScopeTest {

  private final ReviewFacts all = new ReviewFactsFixture().build();

  @Test
  void oneServiceKeepsWhatItSends() {
    ReviewFacts market = ReviewScope.of(all, List.of("market"));
    assertThat(market.fleet().statements())
        .isNotEmpty()
        .hasSizeLessThan(all.fleet().statements().size())
        .allSatisfy(each -> assertThat(each.senders()).contains("market"))
        .extracting(FleetStatement::fingerprint)
        .doesNotContain("SELECT * FROM shop.orders WHERE member_id = ?");
  }

  @Test
  void oneServiceKeepsTheAdviceForItsStatementsAndTables() {
    assertThat(ReviewScope.of(all, List.of("booking")).fleet().data().get(0).advice().indexes())
        .anyMatch(each -> each.advice().table().equals("orders"));
    assertThat(ReviewScope.of(all, List.of("market")).fleet().data().get(0).advice().indexes())
        .noneMatch(each -> each.advice().table().equals("orders"));
  }

  @Test
  void whatConcernsBothStaysWithEither() {
    for (String service : List.of("booking", "market")) {
      ReviewFacts part = ReviewScope.of(all, List.of(service));
      assertThat(part.fleet().coupling().findings())
          .isNotEmpty()
          .allSatisfy(each -> assertThat(each.services()).contains(service));
      assertThat(part.fleet().coupling().pairs()).isNotEmpty();
    }
  }

  @Test
  void violationsAreThoseOfItsServicesAndTables() {
    ReviewFacts market = ReviewScope.of(all, List.of("market"));
    assertThat(market.gate().violations())
        .hasSizeLessThan(all.gate().violations().size())
        .allSatisfy(
            each ->
                assertThat(
                        each.violation().services().contains("market")
                            || each.violation().key().table().startsWith("shop.coupon"))
                    .isTrue());
  }

  @Test
  void bothServicesTogetherKeepWhatEitherHas() {
    ReviewFacts both = ReviewScope.of(all, List.of("booking", "market"));
    assertThat(both.fleet().coupling().findings().size())
        .isGreaterThanOrEqualTo(
            ReviewScope.of(all, List.of("booking")).fleet().coupling().findings().size());
  }
}
