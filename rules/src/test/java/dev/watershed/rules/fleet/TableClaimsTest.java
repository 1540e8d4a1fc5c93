package dev.watershed.rules.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.ownership.Claims;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.TablePattern;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a table is, also one that is not there yet. */
class TableClaimsTest {

  private static final TableClaims CLAIMS =
      TableClaims.of(
          new Claims(
              List.of(
                  claim("payment", "payment.*"),
                  claim("refund", "payment.refund*"),
                  claim("card", "payment.card*"),
                  claim("audit", "*.audits"),
                  claim("log", "*.audits")),
              List.of(claim("payment", "payment.refund_totals"))));

  @ParameterizedTest
  @CsvSource({
    "payment, payments, payment",
    "payment, refunds, refund",
    "payment, cards, card",
    "shop, audits, ''",
    "shop, plans, ''"
  })
  void theMoreSpecificPatternWins(String schema, String table, String owner) {
    assertThat(CLAIMS.owner(schema, table).orElse("")).isEqualTo(owner);
  }

  @Test
  void whatTwoClaimAlikeIsClaimedAndOfNobody() {
    assertThat(CLAIMS.claimed("shop", "audits")).isTrue();
    assertThat(CLAIMS.owns("audit", "shop", "audits")).isFalse();
    assertThat(CLAIMS.claimed("shop", "plans")).isFalse();
  }

  @Test
  void aWiderPatternLeavesTheTablesOfANarrowerOneToIt() {
    assertThat(CLAIMS.owns("refund", "payment", "refunds")).isTrue();
    assertThat(CLAIMS.owns("payment", "payment", "refunds")).isFalse();
    assertThat(CLAIMS.mayRead("payment", "payment", "refunds")).isFalse();
    assertThat(CLAIMS.mayRead("payment", "payment", "refund_totals")).isTrue();
  }

  private static Claim claim(String service, String pattern) {
    return new Claim(Attribution.of(service), TablePattern.parse(pattern));
  }
}
