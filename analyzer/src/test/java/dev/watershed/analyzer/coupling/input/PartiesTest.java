package dev.watershed.analyzer.coupling.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.Attribution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartiesTest {

  private static final Parties PARTIES =
      new Parties(
          List.of(
              Attribution.of("market", "mail"),
              Attribution.of("market"),
              Attribution.NONE,
              Attribution.of("market", "gifts"),
              Attribution.of("booking"),
              Attribution.of("market")));

  private static int party(String name) {
    for (int party = 0; party < PARTIES.size(); party++) {
      if (PARTIES.name(party).equals(name)) {
        return party;
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void theyAreInTheOrderOfTheirNamesAndTheTwoWithoutANameFollow() {
    assertThat(List.of(0, 1, 2, 3, 4, 5).stream().map(PARTIES::name))
        .containsExactly(
            "booking",
            "market",
            "market/gifts",
            "market/mail",
            Parties.UNATTRIBUTED,
            Parties.UNSEEN);
    assertThat(PARTIES.size()).isEqualTo(6);
    assertThat(PARTIES.services()).isEqualTo(4);
    assertThat(PARTIES.attribution(PARTIES.unseen())).isEqualTo(Attribution.NONE);
    assertThat(PARTIES.find(Attribution.NONE)).hasValue(PARTIES.unattributed());
    assertThat(PARTIES.find(Attribution.of("market", "gifts"))).hasValue(2);
    assertThat(PARTIES.find(Attribution.of("gone"))).isEmpty();
  }

  /** What is of the whole service may be any of its modules'. */
  @ParameterizedTest(name = "{0} is foreign to {1}: {2}")
  @CsvSource({
    "booking,          market,       true",
    "booking,          market/gifts, true",
    "market/gifts,     booking,      true",
    "booking,          booking,      false",
    "market/gifts,     market/mail,  true",
    "market/gifts,     market,       false",
    "market,           market/gifts, false",
    "(unattributed),   booking,      true",
    "(not seen whose), booking,      true",
  })
  void foreignIsWhatIsOfAnotherServiceOrModule(String party, String owner, boolean expected) {
    assertThat(PARTIES.foreign(party(party), party(owner))).isEqualTo(expected);
  }
}
