package dev.watershed.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.ViolationKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Owners OWNERS =
      Owners.of(
          List.of(
              SuppressionsTest.service("market", "core"),
              SuppressionsTest.service("booking", "travel")));
  private static final String ACCEPTED = "budget-p95:market";

  private Baseline baseline =
      Baseline.EMPTY.with(List.of(BaselineEntry.accepted(ViolationKey.parse(ACCEPTED), DAY)));
  private FormerKeys former = FormerKeys.NONE;
  private List<Suppression> suppressions = List.of();
  private Set<String> shadowed = Set.of();
  private List<Ratchet> ratchets = List.of();

  @Test
  void onlyWhatIsNewFails() {
    GateResult result = judge(Violations.verdict(ACCEPTED));
    assertThat(result.fails()).isFalse();
    assertThat(result.violations().get(0).note()).isEqualTo("in the baseline since 2026-11-24");
    assertThat(judge(Violations.verdict(ACCEPTED, "budget-p95:booking")).fails()).isTrue();
  }

  @Test
  void whatWasRenamedIsAcceptedStill() {
    Renames renames = new Renames(Map.of("market", "shop"), Map.of(), Map.of());
    assertThat(judge(Violations.verdict("budget-p95:shop")).fails()).isTrue();
    former = FormerKeys.of(renames, List.of(), List.of());
    assertThat(judge(Violations.verdict("budget-p95:shop")).fails()).isFalse();
  }

  @Test
  void theFirstThatHasSomethingToSaySpeaks() {
    suppressions = List.of(suppression(DAY));
    assertThat(state(ACCEPTED)).isEqualTo(ViolationState.SUPPRESSED);
    suppressions = List.of(suppression(DAY.minusDays(1)));
    assertThat(state(ACCEPTED)).isEqualTo(ViolationState.BASELINE);
    assertThat(state("budget-p95:booking")).isEqualTo(ViolationState.NEW);
    shadowed = Set.of("budget-p95");
    assertThat(state("budget-p95:booking")).isEqualTo(ViolationState.SHADOW);
  }

  @Test
  void aRuleOnTrialFailsNothingByWhatItCannotJudge() {
    Verdict verdict =
        new Verdict(
            List.of(),
            List.of(
                new Inconclusive("budget-p95", "market", Saying.verbatim("too few calls"), true)),
            List.of(),
            1,
            0);
    assertThat(judge(verdict).tooLittle()).isTrue();
    shadowed = Set.of("budget-p95");
    assertThat(judge(verdict).tooLittle()).isFalse();
  }

  @Test
  void whatWasThereBeforeAChangeFailsNothing() {
    KnownBefore known =
        KnownBefore.of(
            judge(
                Violations.verdict(
                    Violations.of("budget-p95:booking"),
                    Violations.of("full-scans:booking:a.b:1", Severity.WARNING),
                    Violations.of(ACCEPTED))));
    GateResult after =
        gate()
            .judge(
                Violations.verdict(
                    Violations.of("budget-p95:booking"),
                    Violations.of("budget-p99:booking"),
                    Violations.of("full-scans:booking:a.b:1")),
                after(known, Optional.empty()),
                Optional.empty());
    assertThat(after.violations())
        .extracting(GatedViolation::state)
        .as("known, added, more severe")
        .containsExactly(ViolationState.BASELINE, ViolationState.NEW, ViolationState.NEW);
    assertThat(after.violations().get(0).note()).isEqualTo("there before this change");
    baseline = Baseline.EMPTY;
    assertThat(
            gate()
                .judge(
                    Violations.verdict(ACCEPTED), after(known, Optional.empty()), Optional.empty())
                .fails())
        .as("what is no more accepted")
        .isTrue();
  }

  @Test
  void whatWasRenamedWasThereBefore() {
    KnownBefore known = KnownBefore.of(judge(Violations.verdict("budget-p95:booking")));
    former =
        FormerKeys.of(
            new Renames(Map.of("booking", "stay"), Map.of(), Map.of()), List.of(), List.of());
    assertThat(
            gate()
                .judge(
                    Violations.verdict("budget-p95:stay"),
                    after(known, Optional.empty()),
                    Optional.empty())
                .fails())
        .isFalse();
  }

  @Test
  void anEndedSuppressionFailsItsOwnersChangeAlthoughItWasThereBefore() {
    baseline = Baseline.EMPTY;
    suppressions = List.of(suppression(DAY.minusDays(1)));
    KnownBefore known = KnownBefore.of(judge(Violations.verdict(ACCEPTED)));
    Verdict verdict = Violations.verdict(ACCEPTED);
    for (String service : List.of("market", "booking")) {
      TouchedServices touched = new TouchedServices(new TreeSet<>(Set.of(service)), 1, List.of());
      GateResult result =
          gate().judge(verdict, after(known, Optional.of(touched)), Optional.empty());
      assertThat(result.fails()).as(service).isEqualTo(service.equals("market"));
      assertThat(result.touched()).contains(touched);
    }
  }

  @Test
  void aRatchetCountsWhatIsNewAndWhatWasAccepted() {
    Verdict verdict =
        Violations.verdict(
            Violations.of(ACCEPTED),
            Violations.of("full-scans:market:a.b:1", Severity.WARNING),
            Violations.of("thin-data:market", Severity.INFO),
            Violations.of("full-scans:booking:a.b:1", Severity.WARNING));
    ratchets = List.of(new Ratchet("core", Optional.empty(), 2));
    assertThat(judge(verdict).fails()).isFalse();
    assertThat(judge(verdict).notes()).isEmpty();
    ratchets = List.of(new Ratchet("core", Optional.empty(), 1));
    GateResult failed = judge(verdict);
    assertThat(failed.fails()).isTrue();
    assertThat(failed.violations().get(1).violation().message())
        .isEqualTo("team core has 2 violations, new and accepted ones together, of at most 1");
    ratchets = List.of(new Ratchet("core", Optional.of("full-scans"), 3));
    assertThat(judge(verdict).notes().get(0))
        .contains("1 of at most 3 in this span; where that stays, lower max to 1");
    ratchets = List.of(new Ratchet("nobody", Optional.empty(), 3));
    assertThat(judge(verdict).misconfigured().get(0).reason()).contains("core, travel");
  }

  @Test
  void updatingAcceptsWhatIsNewAndWorthIt() {
    Verdict verdict =
        Violations.verdict(
            Violations.of("budget-p95:booking"),
            Violations.of("full-scans:booking:a.b:1", Severity.WARNING),
            Violations.of("thin-data:booking", Severity.INFO));
    Baseline updated = gate().updated(judge(verdict), judging(verdict));
    assertThat(updated.entries().stream().map(entry -> entry.key().text()))
        .containsExactly("budget-p95:booking", ACCEPTED, "full-scans:booking:a.b:1");
    assertThat(updated.entries().get(1).missing()).contains(new Missing(1, DAY));
    assertThat(gate().with(updated).judge(verdict, judging(verdict), Optional.empty()).fails())
        .isFalse();
  }

  @Test
  void whatWasNotSeenForLongIsStale() {
    baseline =
        new Baseline(
            new StaleAfter(3, 2),
            Renames.NONE,
            List.of(
                BaselineEntry.accepted(ViolationKey.parse(ACCEPTED), DAY),
                new BaselineEntry(
                    ViolationKey.parse("budget-p95:booking"), DAY, Optional.empty(), true)));
    Judging judging =
        new Judging(
            DAY.plusDays(2),
            DAY.plusDays(2),
            true,
            Optional.empty(),
            KnownBefore.NONE,
            new VerdictHistory(
                IntStream.rangeClosed(0, 2)
                    .mapToObj(day -> record(DAY.plusDays(day), Violations.verdict(new String[0])))
                    .toList()));
    assertThat(gate().stale(judging))
        .extracting(entry -> entry.key().text())
        .containsExactly(ACCEPTED);
    assertThat(gate().judge(Violations.verdict(new String[0]), judging, Optional.empty()).notes())
        .containsExactly(
            "baseline: budget-p95:market is stale: not seen in 3 spans since 2026-11-24; check"
                + " --prune takes it out");
  }

  private ViolationState state(String key) {
    return judge(Violations.verdict(key)).violations().get(0).state();
  }

  private GateResult judge(Verdict verdict) {
    return gate().judge(verdict, judging(verdict), Optional.empty());
  }

  private Gate gate() {
    return new Gate(
        Optional.of(baseline),
        former,
        new Suppressions(suppressions, OWNERS),
        InlineAllowances.NONE,
        shadowed,
        ratchets);
  }

  private static Judging judging(Verdict verdict) {
    return new Judging(
        DAY,
        DAY,
        true,
        Optional.empty(),
        KnownBefore.NONE,
        new VerdictHistory(List.of(record(DAY, verdict))));
  }

  private static Judging after(KnownBefore known, Optional<TouchedServices> touched) {
    return new Judging(DAY, DAY, false, touched, known, VerdictHistory.NONE);
  }

  private static VerdictRecord record(LocalDate day, Verdict verdict) {
    Instant until = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    return VerdictRecord.of(
        until.minusSeconds(1), until, List.of("budget-p95", "full-scans"), verdict);
  }

  private static Suppression suppression(LocalDate until) {
    return new Suppression("budget-p95", "market", "core", "a sale", until, "watershed.yaml:1:1");
  }
}
