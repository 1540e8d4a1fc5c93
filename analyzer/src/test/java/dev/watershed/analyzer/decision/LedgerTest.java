package dev.watershed.analyzer.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.analyzer.saying.Saying;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

  private static KnownFinding finding(String id) {
    return new KnownFinding(
        id, "hub-table", Saying.verbatim("hub-table: " + id), List.of(), 1, List.of(), List.of());
  }

  private static Decision decision(DecisionState state, Optional<String> until) {
    return new Decision(
        "a",
        state,
        Optional.empty(),
        "core",
        LocalDate.parse("2026-11-03"),
        "why",
        until.map(LocalDate::parse));
  }

  @ParameterizedTest(name = "{0}, in the span {1}, in the past {2}, from {3}: {4}")
  @CsvSource({
    "accepted, true,  false, ,                     OPEN",
    "rejected, true,  false, ,                     OPEN",
    "accepted, false, true,  ,                     GONE",
    "done,     false, true,  ,                     GONE",
    "done,     false, false, ,                     UNKNOWN",
    "planned,  false, false, ,                     UNKNOWN",
    "done,     true,  false, ,                     UNSETTLED",
    "done,     true,  false, 2026-11-03T23:59:59Z, UNSETTLED",
    "done,     true,  false, 2026-11-04T00:00:00Z, REOPENED",
    "planned,  true,  false, 2026-11-04T00:00:00Z, OPEN",
  })
  void whereADecisionStands(
      String state, boolean here, boolean then, Instant from, Standing standing) {
    Ledger ledger =
        Ledger.of(
            List.of(decision(DecisionState.of(state).orElseThrow(), Optional.empty())),
            here ? List.of(finding("a")) : List.of(),
            any -> then ? Optional.of(finding("a")) : Optional.empty(),
            Optional.ofNullable(from),
            TODAY);
    JudgedDecision judged = ledger.decisions().get(0);
    assertThat(judged.standing()).isEqualTo(standing);
    assertThat(judged.ageDays()).isEqualTo(21);
    assertThat(judged.finding().isPresent()).isEqualTo(here || then);
    assertThat(ledger.undecided()).isEmpty();
  }

  @Test
  void whatHasNoEntryIsUndecidedOnce() {
    Ledger ledger =
        Ledger.of(
            List.of(decision(DecisionState.ACCEPTED, Optional.empty())),
            List.of(finding("c"), finding("a"), finding("b"), finding("b")),
            any -> Optional.empty(),
            Optional.empty(),
            TODAY);
    assertThat(ledger.undecided()).extracting(KnownFinding::id).containsExactly("c", "b");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-23, true", "2026-11-24, false", "2026-11-25, false"})
  void aDecisionHoldsUntilTheEndOfItsLastDay(String until, boolean expired) {
    assertThat(decision(DecisionState.REJECTED, Optional.of(until)).expired(TODAY))
        .isEqualTo(expired);
    assertThat(decision(DecisionState.REJECTED, Optional.empty()).expired(TODAY)).isFalse();
  }

  @Test
  void itCannotEndBeforeItBegan() {
    assertThatThrownBy(() -> decision(DecisionState.REJECTED, Optional.of("2026-11-02")))
        .hasMessage("until 2026-11-02 is before the date of the decision, 2026-11-03");
  }
}
