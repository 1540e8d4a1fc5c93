package dev.watershed.reports.review.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.section.CouplingSection;
import dev.watershed.reports.review.section.QualitySection;
import dev.watershed.reports.review.section.Rows;
import dev.watershed.reports.review.section.ServersSection;
import dev.watershed.reports.review.section.SummarySection;
import dev.watershed.reports.review.section.TablesSection;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.fleet.FleetStatement;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewScopeTest {

  private final ReviewFacts all = new ReviewFactsFixture().build();

  @Test
  void oneServiceKeepsWhatItSends() {
    ReviewFacts market = ReviewScope.of(all, List.of("market"), List.of("market"));
    assertThat(market.fleet().statements())
        .isNotEmpty()
        .hasSizeLessThan(all.fleet().statements().size())
        .allSatisfy(each -> assertThat(each.senders()).contains("market"))
        .extracting(FleetStatement::fingerprint)
        .doesNotContain("SELECT * FROM shop.orders WHERE member_id = ?");
  }

  @Test
  void oneServiceKeepsTheAdviceForItsStatementsAndTables() {
    assertThat(
            ReviewScope.of(all, List.of("booking"), List.of("booking"))
                .fleet()
                .data()
                .get(0)
                .advice()
                .indexes())
        .anyMatch(each -> each.advice().table().equals("orders"));
    assertThat(
            ReviewScope.of(all, List.of("market"), List.of("market"))
                .fleet()
                .data()
                .get(0)
                .advice()
                .indexes())
        .noneMatch(each -> each.advice().table().equals("orders"));
  }

  @Test
  void whatConcernsBothStaysWithEither() {
    for (String service : List.of("booking", "market")) {
      ReviewFacts part = ReviewScope.of(all, List.of(service), List.of(service));
      assertThat(part.fleet().coupling().findings())
          .isNotEmpty()
          .allSatisfy(each -> assertThat(each.services()).contains(service));
      assertThat(part.fleet().coupling().pairs()).isNotEmpty();
    }
  }

  @Test
  void violationsAreThoseOfItsServicesAndTables() {
    ReviewFacts market = ReviewScope.of(all, List.of("market"), List.of("market"));
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
    ReviewFacts both =
        ReviewScope.of(all, List.of("booking", "market"), List.of("booking", "market"));
    assertThat(both.fleet().coupling().findings().size())
        .isGreaterThanOrEqualTo(
            ReviewScope.of(all, List.of("booking"), List.of("booking"))
                .fleet()
                .coupling()
                .findings()
                .size());
  }

  private static ReviewFacts part(ReviewFacts facts, String service) {
    return ReviewScope.of(facts, List.of(service), List.of(service));
  }

  @Test
  void theHeadSaysWhoseReportItIs() {
    assertThat(part(all, "market").owner().orElseThrow().name()).isEqualTo("market");
    assertThat(all.owner()).isEmpty();
  }

  @Test
  void totalsAndTheLoadOverTimeAreThoseOfTheOwner() {
    ReviewFacts market = part(all, "market");
    ReviewFacts booking = part(all, "booking");
    assertThat(market.span().ranking().totals().orElseThrow().loggedCalls()).isEqualTo(60);
    assertThat(
            market.span().ranking().load().activeStatements().sum()
                + booking.span().ranking().load().activeStatements().sum())
        .isPositive()
        .isLessThan(all.span().ranking().load().activeStatements().sum());
    assertThat(market.span().ranking().services())
        .extracting(each -> each.service().name())
        .containsExactly("market");
    double shares =
        market.owner().orElseThrow().share().getAsDouble()
            + booking.owner().orElseThrow().share().getAsDouble();
    assertThat(shares).isBetween(0.9, 1.0);
  }

  @Test
  void tablesAreThoseThatItOwnsOrUses() {
    assertThat(part(all, "market").owner().orElseThrow().tables())
        .contains("shop.coupons", "shop.coupons_2019")
        .doesNotContain("shop.orders");
    assertThat(part(all, "booking").owner().orElseThrow().tables())
        .as("it reads what market owns")
        .contains("shop.orders", "shop.coupons");
    assertThat(
            Rows.texts(
                Rows.table(TablesSection.of(part(all, "market"), Rows.ENGLISH), "tables"), "table"))
        .contains(List.of("shop.coupons"))
        .doesNotContain(List.of("shop.orders"));
  }

  @Test
  void decisionsAreThoseAboutItsFindings() {
    ReviewFacts market = part(all, "market");
    assertThat(market.ledger().orElseThrow().ledger().undecided())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.services()).contains("market"))
        .hasSizeLessThan(all.ledger().orElseThrow().ledger().undecided().size());
  }

  @Test
  void theMatrixHasTheOwnerAndWhomItMeets() {
    ReviewFacts booking = part(all, "booking");
    assertThat(
            Rows.texts(
                Rows.table(CouplingSection.of(booking, Rows.ENGLISH), "services"), "service"))
        .contains(List.of("booking"), List.of("market"));
    assertThat(
            Rows.blocks(CouplingSection.of(booking, Rows.ENGLISH), Block.Figure.class).get(0).svg())
        .contains(">booking<", ">market<");
  }

  @Test
  void serversHaveTheOwnersPartBesideTheWhole() {
    DataTable servers =
        Rows.table(ServersSection.of(part(all, "booking"), Rows.ENGLISH), "servers");
    assertThat(servers.columns()).extracting(DataColumn::name).contains("own_share", "time");
    assertThat(Rows.table(ServersSection.of(all, Rows.ENGLISH), "servers").columns())
        .extracting(DataColumn::name)
        .doesNotContain("own_share");
  }

  @Test
  void qualitySaysWhatIsTheFleets() {
    Block.Prose prose =
        Rows.blocks(QualitySection.of(part(all, "booking"), Rows.ENGLISH), Block.Prose.class)
            .get(0);
    assertThat(prose.title()).contains("What is known of booking");
    assertThat(prose.paragraphs())
        .anyMatch(each -> each.contains("of the execution time of the fleet"))
        .anyMatch(each -> each.contains("said of the whole fleet"));
  }

  @Test
  void anOwnerIsComparedWithItself() {
    ReviewFacts market = part(new ReviewFactsFixture().after(all), "market");
    DataTable services = Rows.table(SummarySection.of(market, Rows.ENGLISH), "changed_services");
    assertThat(Rows.texts(services, "service", "change")).containsExactly(List.of("market", "="));
  }

  @Test
  void whoSentNothingHasAReportAllTheSame() {
    ReviewFacts nobody = part(all, "nobody");
    assertThat(nobody.fleet().statements()).isEmpty();
    assertThat(nobody.span().ranking().totals()).isEmpty();
    assertThat(SummarySection.of(nobody, Rows.ENGLISH).blocks()).isNotEmpty();
    assertThat(nobody.owner().orElseThrow().share()).isEmpty();
  }

  @Test
  void whatOthersBeganIsNoChangeOfTheOwner() {
    ReviewFactsFixture later = new ReviewFactsFixture();
    later
        .workload()
        .user("booking")
        .statement("SELECT note FROM shop.orders")
        .run(FleetFactsFixture.times(90, 3_000));
    ReviewFacts facts = later.after(all);
    assertThat(part(facts, "booking").fleet().compared().orElseThrow().changes().changes())
        .hasSize(1);
    assertThat(part(facts, "market").fleet().compared().orElseThrow().changes().changes())
        .isEmpty();
  }
}
