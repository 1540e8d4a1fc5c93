package dev.watershed.analyzer.saying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.analyzer.saying.Saying.Joint;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sentences as facts. */
class SayingTest {

  @Test
  void partsStandInTheirPlaces() {
    Saying saying =
        Saying.of(
            "reads",
            "{1} reads {0} ({2})",
            List.of("shop.a", "shop.b"),
            "booking",
            Saying.of("once", "once a {0}", "day"));
    assertThat(saying.text()).isEqualTo("booking reads shop.a, shop.b (once a day)");
    assertThat(saying).hasToString(saying.text());
  }

  @Test
  void whatANameHoldsMeansNothing() {
    assertThat(Saying.of("it", "'{0}' and {1}", "{1}$2\\", "it's").text())
        .isEqualTo("'{1}$2\\' and it's");
  }

  @Test
  void aPlaceWithoutAPartIsAnError() {
    assertThatThrownBy(() -> Saying.of("it", "{0} {1}", "a").text())
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aMinuteIsSaidInUtc() {
    Saying minute = new Saying.Minute(Instant.parse("2026-11-03T02:16:41Z"));
    assertThat(Saying.of("since", "since {0} UTC", minute).text())
        .isEqualTo("since 3 Nov 2026 02:16 UTC");
    assertThat(minute).hasToString("3 Nov 2026 02:16");
  }

  @Test
  void severalAreJoined() {
    List<Saying> several = List.of(Saying.verbatim("a"), Saying.verbatim("b"));
    assertThat(Saying.joined(Joint.SEMICOLON, several).text()).isEqualTo("a; b");
    assertThat(Saying.joined(Joint.AND, List.of("x", "y")).text()).isEqualTo("x and y");
    assertThat(Saying.texts(several)).containsExactly("a", "b");
  }

  @Test
  void ofManyNamesTheFirstAreSaid() {
    assertThat(Saying.some(List.of("a", "b", "c"), 2).text()).isEqualTo("a, b and 1 more");
    assertThat(Saying.some(List.of("a", "b"), 2).text()).isEqualTo("a, b");
  }

  @Test
  void numbersAreSaidInDigits() {
    assertThat(Saying.count("tables", 1, "table", "tables").text()).isEqualTo("1 table");
    assertThat(Saying.count("tables", 2, "table", "tables").text()).isEqualTo("2 tables");
    assertThat(Saying.number(1_234.56, 1).text()).isEqualTo("1234.6");
    assertThat(Saying.grouped(1_234.56, 1).text()).isEqualTo("1,234.6");
    assertThat(Saying.grouped(1_234).text()).isEqualTo("1,234");
  }

  @Test
  void ratesAreSaidInTwoDigits() {
    assertThat(Saying.perSecond(0).text()).isEqualTo("0");
    assertThat(Saying.perSecond(0.000314).text()).isEqualTo("0.00031");
    assertThat(Saying.perSecond(0.55).text()).isEqualTo("0.55");
    assertThat(Saying.perSecond(7.282).text()).isEqualTo("7.3");
    assertThat(Saying.perSecond(3.0).text()).isEqualTo("3");
    assertThat(Saying.perSecond(9.96).text()).isEqualTo("10");
    assertThat(Saying.perSecond(12_345.6).text()).isEqualTo("12,346");
  }
}
