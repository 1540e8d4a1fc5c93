package dev.watershed.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.rules.verdict.ViolationKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Days of November, a span each. */
class VerdictHistoryTest {

  private static final String KEY = "budget-p95:market";
  private static final BaselineEntry ENTRY =
      BaselineEntry.accepted(ViolationKey.parse(KEY), LocalDate.of(2026, 11, 1));

  private final List<VerdictRecord> records = new ArrayList<>();

  @Test
  void spansWithoutItInARowCount() {
    day(1, KEY);
    day(2);
    day(3, KEY);
    day(4);
    day(5);
    assertThat(missing(ENTRY)).contains(new Missing(2, LocalDate.of(2026, 11, 4)));
    day(6, KEY);
    assertThat(missing(ENTRY)).isEmpty();
  }

  @Test
  void whatWasJudgedBeforeItWasAcceptedDoesNotCount() {
    day(1);
    day(2);
    assertThat(missing(BaselineEntry.accepted(ENTRY.key(), LocalDate.of(2026, 11, 2))))
        .contains(new Missing(1, LocalDate.of(2026, 11, 2)));
  }

  @Test
  void aRuleThatWasOffOrUnsureOfItSaysNothing() {
    record(2, Set.of("full-scans"), List.of());
    record(3, Set.of("budget-p95"), List.of(new VerdictRecord.Unsure("budget-p95", "market")));
    assertThat(missing(ENTRY)).isEmpty();
    record(4, Set.of("budget-p95"), List.of(new VerdictRecord.Unsure("budget-p95", "booking")));
    assertThat(missing(ENTRY)).contains(new Missing(1, LocalDate.of(2026, 11, 4)));
  }

  @Test
  void ofATableARuleIsSureOnlyWhereItIsSureOfAll() {
    BaselineEntry table =
        BaselineEntry.accepted(
            ViolationKey.parse("no-primary-key::shop.items"), LocalDate.of(2026, 11, 1));
    record(
        2,
        Set.of("no-primary-key"),
        List.of(new VerdictRecord.Unsure("no-primary-key", "booking")));
    assertThat(missing(table)).isEmpty();
    record(3, Set.of("no-primary-key"), List.of());
    assertThat(missing(table)).contains(new Missing(1, LocalDate.of(2026, 11, 3)));
  }

  @Test
  void whatTheEntryCountedItselfHoldsUntilItIsSeenAgain() {
    Missing counted = new Missing(7, LocalDate.of(2026, 11, 2));
    BaselineEntry entry = ENTRY.missing(Optional.of(counted));
    assertThat(missing(entry)).contains(counted);
    day(10);
    assertThat(missing(entry)).contains(counted);
    day(11, KEY);
    assertThat(missing(entry)).isEmpty();
    day(12);
    assertThat(missing(entry)).contains(new Missing(1, LocalDate.of(2026, 11, 12)));
  }

  @Test
  void aSpanIsNeverHeldAgainstItself() {
    day(1, KEY);
    day(2, "budget-p95:member");
    VerdictHistory history = new VerdictHistory(records);
    assertThat(history.before(records.get(1).until()).past().keys()).containsExactly(KEY);
    assertThat(history.before(records.get(0).until()).past().keys()).isEmpty();
    assertThat(history.past().keys()).containsExactly("budget-p95:member");
  }

  @Test
  void anEntryIsStaleAfterSpansAndDaysAndAYearlyOneAfterThirteenMonths() {
    Missing missing = new Missing(10, LocalDate.of(2026, 11, 1));
    StaleAfter usual = StaleAfter.USUAL;
    assertThat(usual.stale(missing, false, LocalDate.of(2026, 11, 30))).isFalse();
    assertThat(usual.stale(missing, false, LocalDate.of(2026, 12, 1))).isTrue();
    assertThat(usual.stale(new Missing(9, missing.since()), false, LocalDate.of(2027, 1, 1)))
        .isFalse();
    assertThat(usual.stale(missing, true, LocalDate.of(2027, 11, 30))).isFalse();
    assertThat(usual.stale(missing, true, LocalDate.of(2027, 12, 1))).isTrue();
  }

  private Optional<Missing> missing(BaselineEntry entry) {
    return new VerdictHistory(records).missing(entry, FormerKeys.NONE);
  }

  private void day(int day, String... keys) {
    record(day, Set.of("budget-p95"), List.of(), keys);
  }

  private void record(
      int day, Set<String> rules, List<VerdictRecord.Unsure> unsure, String... keys) {
    Instant until = LocalDate.of(2026, 11, day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    records.add(
        new VerdictRecord(
            until.minusSeconds(86_400),
            until,
            new TreeSet<>(rules),
            unsure,
            new TreeSet<>(List.of(keys)),
            new TreeSet<>()));
  }
}
