package dev.watershed.reports.review.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each server is observed for a hundred seconds: 50 calls are half a call a second. */
class ServiceUsesTest {

  private static final int BOOKING = 0;
  private static final int MARKET = 1;
  private static final String BOOK = "UPDATE shop.orders SET state = 1 WHERE id = 2";
  private static final String REDEEM = "UPDATE shop.coupons SET used = 1 WHERE id = 3";

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("booking", List.of("shop.order%"), List.of())
          .service("market", List.of("shop.coupon%"), List.of())
          .tables("shop.orders", "shop.coupons", "shop.coupon_codes")
          .in("shop");

  private CouplingFacts facts() {
    fixture.server("db");
    return CouplingAnalysis.of(fixture.build(), fixture.mapping(), PartyLevel.SERVICE);
  }

  private List<ServiceUse> uses() {
    CouplingFacts facts = facts();
    return ServiceUses.of(facts, Placement.today(facts));
  }

  @Test
  void callsCountOnceHoweverManyTablesTheyName() {
    fixture.run(
        "booking", 50, "SELECT * FROM shop.coupons c JOIN shop.coupon_codes d ON c.id = d.id");
    assertThat(uses()).containsExactly(new ServiceUse(BOOKING, MARKET, 0.5, 0, 0, 0));
  }

  @Test
  void whatNamesTablesOfTwoOwnersIsAJoin() {
    fixture.run("booking", 20, "SELECT * FROM shop.orders o JOIN shop.coupons c ON o.id = c.id");
    assertThat(uses()).containsExactly(new ServiceUse(BOOKING, MARKET, 0.2, 0, 0.2, 0));
  }

  @Test
  void transactionsOverTwoOwnersCount() {
    fixture.transaction("booking", 10, BOOK, REDEEM);
    assertThat(uses()).containsExactly(new ServiceUse(BOOKING, MARKET, 0.1, 0.1, 0, 0.1));
  }

  @Test
  void ownTablesAreNoUse() {
    fixture.transaction("booking", 10, BOOK, BOOK).run("market", 5, REDEEM);
    assertThat(uses()).isEmpty();
  }

  @Test
  void aTableThatGoesToItsUserIsNoUseAnyMore() {
    fixture.run("booking", 10, REDEEM).run("market", 5, REDEEM);
    CouplingFacts facts = facts();
    int coupons = facts.input().tables().find("db", "shop", "coupons").orElseThrow();
    Placement today = Placement.today(facts);
    assertThat(ServiceUses.of(facts, today)).hasSize(1);
    assertThat(ServiceUses.of(facts, today.withOwner(coupons, BOOKING)))
        .containsExactly(new ServiceUse(MARKET, BOOKING, 0.05, 0.05, 0, 0));
  }

  @Test
  void noPartyUsesItself() {
    assertThatThrownBy(() -> new ServiceUse(1, 1, 1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
