package dev.watershed.analyzer.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.TablePattern;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractsTest {

  private static final Attribution MARKET = Attribution.of("market");
  private static final Attribution GIFTS = Attribution.of("market", "gifts");
  private static final Attribution MAIL = Attribution.of("market", "mail");
  private static final Attribution BOOKING = Attribution.of("booking");

  private static final CoupledTables TABLES =
      new CoupledTables(
          Stream.of("items", "orders")
              .map(name -> new CoupledTable("db", "shop", name, CoupledTable.Kind.TABLE))
              .toList());

  private static Claim reads(Attribution party, String pattern) {
    return new Claim(party, TablePattern.parse(pattern));
  }

  private static Contracts contracts(PartyLevel level, Parties parties, Claim... reads) {
    return Contracts.of(new Claims(List.of(), List.of(reads)), TABLES, parties, level);
  }

  private static int table(String name) {
    return TABLES.find("db", "shop", name).orElseThrow();
  }

  /** Parties are modules here. */
  @ParameterizedTest(name = "what {0} may, {1} may: {2}")
  @CsvSource({
    "market,       market,       true",
    "market,       market/gifts, true",
    "market,       booking,      false",
    "market/gifts, market/gifts, true",
    "market/gifts, market/mail,  false",
    "market/gifts, market,       false",
  })
  void whatAServiceMayItsModulesMay(String claiming, String party, boolean expected) {
    Parties parties = new Parties(List.of(MARKET, GIFTS, MAIL, BOOKING));
    Contracts contracts =
        contracts(PartyLevel.MODULE, parties, reads(attribution(claiming), "shop.items"));
    int asked = parties.find(attribution(party)).orElseThrow();
    assertThat(contracts.allows(asked, table("items"))).isEqualTo(expected);
    assertThat(contracts.allows(asked, table("orders"))).isFalse();
    assertThat(contracts.allows(parties.unattributed(), table("items"))).isFalse();
  }

  @Test
  void whereServicesAreOneWhatAModuleMayItsServiceMay() {
    Parties parties = new Parties(List.of(MARKET, BOOKING));
    Contracts contracts = contracts(PartyLevel.SERVICE, parties, reads(GIFTS, "shop.*"));
    assertThat(contracts.allows(parties.find(MARKET).orElseThrow(), table("orders"))).isTrue();
    assertThat(contracts.allows(parties.find(BOOKING).orElseThrow(), table("orders"))).isFalse();
  }

  @Test
  void contractsAboutNothingAreNamedAndStillContracts() {
    Parties parties = new Parties(List.of(MARKET));
    Claim gone = reads(MARKET, "shop.gone");
    Contracts contracts = contracts(PartyLevel.SERVICE, parties, gone, reads(MARKET, "shop.items"));
    assertThat(contracts.withoutTables()).containsExactly(gone);
    assertThat(contracts(PartyLevel.SERVICE, parties, gone).any()).isTrue();
    assertThat(contracts(PartyLevel.SERVICE, parties).any()).isFalse();
  }

  private static Attribution attribution(String name) {
    int slash = name.indexOf('/');
    return slash < 0
        ? Attribution.of(name)
        : Attribution.of(name.substring(0, slash), name.substring(slash + 1));
  }
}
