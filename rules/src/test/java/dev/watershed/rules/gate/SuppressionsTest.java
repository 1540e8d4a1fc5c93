package dev.watershed.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.service.Service;
import dev.watershed.rules.verdict.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {

  private static final LocalDate END = LocalDate.of(2026, 11, 30);
  private static final Owners OWNERS =
      Owners.of(List.of(service("market", "core"), service("booking", "travel")));
  private static final Violation VIOLATION = Violations.of("full-scans:market:shop.items:0f");

  @ParameterizedTest
  @ValueSource(strings = {"market", "shop.items", "full-scans:market:*", "*:shop.items:??", "*"})
  void aSubjectATableOrAPatternFits(String subject) {
    assertThat(apply(subject, END, Optional.empty()))
        .map(GatedViolation::state)
        .contains(ViolationState.SUPPRESSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"marke", "shop.item", "full-scans:booking:*", "*:shop.items"})
  void anotherOneDoesNot(String subject) {
    assertThat(apply(subject, END, Optional.empty())).isEmpty();
  }

  @Test
  void ofAnotherRuleItSaysNothing() {
    assertThat(
            suppressions("market", "core")
                .apply(Violations.of("disk-sort:market:shop.items:0f"), END, Optional.empty()))
        .isEmpty();
  }

  @Test
  void afterItsEndItFailsTheFleetAndChangesOfItsOwner() {
    LocalDate after = END.plusDays(1);
    assertThat(apply("market", after, Optional.empty()).orElseThrow().fails()).isTrue();
    assertThat(apply("market", after, Optional.of(Set.of("market"))).orElseThrow().fails())
        .isTrue();
    GatedViolation others = apply("market", after, Optional.of(Set.of("booking"))).orElseThrow();
    assertThat(others.state()).isEqualTo(ViolationState.SUPPRESSED);
    assertThat(others.note())
        .isEqualTo("the suppression of core ended on 2026-11-30; only changes of core fail by it");
  }

  @Test
  void afterItsEndItIsDueForChangesOfItsOwner() {
    Suppressions suppressions = suppressions("market", "core");
    LocalDate after = END.plusDays(1);
    assertThat(suppressions.due(END, Set.of("market"))).isEmpty();
    assertThat(suppressions.due(after, Set.of("booking"))).isEmpty();
    assertThat(suppressions.due(after, Set.of("market"))).hasSize(1);
    assertThat(suppressions.due(VIOLATION, after, Set.of("market"))).isTrue();
    assertThat(suppressions.due(VIOLATION, after, Set.of("booking"))).isFalse();
    assertThat(suppressions.due(Violations.of("full-scans:booking"), after, Set.of("market")))
        .isFalse();
  }

  @Test
  void theEndIsSaidForFourteenDays() {
    assertThat(notes(END.minusDays(15))).isEmpty();
    assertThat(notes(END.minusDays(14)))
        .containsExactly(
            "watershed.yaml:3:5: full-scans of market, suppressed by core: ends in 14 days, on"
                + " 2026-11-30");
    assertThat(notes(END).get(0)).contains("ends today");
    assertThat(notes(END.plusDays(1)).get(0)).contains("ended on 2026-11-30");
  }

  @Test
  void whatNothingViolatesIsSaidWhereEverythingIsJudged() {
    Suppressions suppressions = suppressions("member", "core");
    assertThat(suppressions.notes(List.of(VIOLATION), END, true).get(0).text())
        .contains("nothing violates it");
    assertThat(suppressions.notes(List.of(VIOLATION), END, false)).isEmpty();
  }

  @Test
  void anOwnerWhomNobodyKnowsIsMisconfigured() {
    assertThat(suppressions("market", "core").misfits()).isEmpty();
    assertThat(suppressions("market", "booking").misfits()).isEmpty();
    assertThat(suppressions("market", "cores").misfits().get(0).reason())
        .contains("no service or team cores", "booking, core, market, travel");
  }

  private static Optional<GatedViolation> apply(
      String subject, LocalDate today, Optional<Set<String>> changed) {
    return suppressions(subject, "core").apply(VIOLATION, today, changed);
  }

  private static List<String> notes(LocalDate today) {
    return Saying.texts(suppressions("market", "core").notes(List.of(VIOLATION), today, true));
  }

  private static Suppressions suppressions(String subject, String owner) {
    return new Suppressions(
        List.of(new Suppression("full-scans", subject, owner, "a sale", END, "watershed.yaml:3:5")),
        OWNERS);
  }

  static Service service(String name, String team) {
    return new Service(name, Optional.of(team), Optional.empty(), List.of(), List.of(), List.of());
  }
}
