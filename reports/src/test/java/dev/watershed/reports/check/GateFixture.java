package dev.watershed.reports.check;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.TouchedServices;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Location;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Results of a gate: one of each kind, one of hostile texts, and one of many violations. */
final class GateFixture {

  /** Starts every markup and protocol that a form is written in. */
  static final String HOSTILE =
      "a|b`c`<img src=x onerror=alert(1)>]]>\"'&amp;\n::error::owned\r\n##[error]x"
          + "\u001b[31m\u202e{0} [l](https://evil.example) @octocat #12 %0A,~~x~~\ud800\uffff";

  static final CheckPlaces PLACES =
      new CheckPlaces(
          Path.of("/repo"),
          "conf/watershed.yaml",
          Optional.of(URI.create("https://docs.example/rules")),
          Optional.of("https://github.example/acme/shop/blob/4711"));

  static final CheckPlaces BARE =
      new CheckPlaces(Path.of("/repo"), "watershed.yaml", Optional.empty(), Optional.empty());

  private static final Optional<GateResult.Source> SOURCE =
      Optional.of(new GateResult.Source("0123456789abcdef", Instant.parse("2026-11-23T02:00:00Z")));

  private GateFixture() {}

  /** Everything that a result may hold. */
  static GateResult all() {
    return new GateResult(
        List.of(
            fresh(
                violation(Severity.ERROR, "cross-owner-join", "booking", "shop.orders")
                    .at(new Location("/repo/db/migration/V12__orders.sql", 7, 3))),
            fresh(violation(Severity.ERROR, "budget-p95", "market", "")),
            fresh(
                violation(Severity.WARNING, "no-primary-key", "", "shop.log")
                    .at(new Location("./db/migration/V13 log.sql", 1, 1))),
            fresh(violation(Severity.INFO, "thin-data", "", "")),
            new GatedViolation(
                violation(Severity.ERROR, "second-writer", "member", "shop.members"),
                ViolationState.BASELINE,
                Saying.nothing()),
            new GatedViolation(
                violation(Severity.ERROR, "locking-scan", "stock", "shop.stock")
                    .at(new Location("db/migration/V9__stock.sql", 40, 1)),
                ViolationState.SUPPRESSED,
                Saying.verbatim("team core, until 2026-12-31: the table is retired then")),
            new GatedViolation(
                violation(Severity.ERROR, "own-rule", "search", "")
                    .at(new Location("db/migration/V9__stock.sql", 2, 1)),
                ViolationState.SHADOW,
                Saying.nothing())),
        List.of(
            new Inconclusive(
                "budget-p95", "payment", Saying.verbatim("its log has a threshold of 1 s")),
            new Inconclusive(
                "missing-index", "booking-2", Saying.verbatim("no catalog was collected"), false)),
        List.of(
            new Misconfigured(
                "sensitive-read", "shop.users.mail", Saying.verbatim("no table has this column"))),
        List.of(Saying.verbatim("The baseline has 2 entries that nothing violates; remove them.")),
        42,
        3,
        SOURCE,
        Optional.of(
            new TouchedServices(
                new TreeSet<>(List.of("booking", "market/coupon")),
                5,
                List.of("README.md", "docs/a.md"))));
  }

  /** Nothing was violated. */
  static GateResult clean() {
    return new GateResult(
        List.of(), List.of(), List.of(), List.of(), 5, 0, Optional.empty(), Optional.empty());
  }

  /** A check that could not judge at all. */
  static GateResult blind() {
    return new GateResult(
        List.of(),
        List.of(
            new Inconclusive(
                "budget-p95", "payment", Saying.verbatim("no statement was seen"), true)),
        List.of(),
        List.of(),
        0,
        1,
        Optional.empty(),
        Optional.empty());
  }

  /** Hostile in every text. */
  static GateResult hostile() {
    Violation violation =
        new Violation(
            Severity.ERROR,
            new ViolationKey(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
            HOSTILE,
            List.of(HOSTILE),
            Saying.verbatim(HOSTILE),
            Saying.verbatim(HOSTILE),
            List.of(Evidence.of("calls", 3L)),
            Optional.empty(),
            0);
    List<GatedViolation> violations = new ArrayList<>();
    for (ViolationState state : ViolationState.values()) {
      violations.add(new GatedViolation(violation, state, Saying.verbatim(HOSTILE)));
      violations.add(
          new GatedViolation(
              violation.at(new Location(HOSTILE, 2, 5)), state, Saying.verbatim(HOSTILE)));
    }
    return new GateResult(
        violations,
        List.of(
            new Inconclusive(HOSTILE, HOSTILE, Saying.verbatim(HOSTILE)),
            new Inconclusive(HOSTILE, HOSTILE, Saying.verbatim(HOSTILE), true)),
        List.of(new Misconfigured(HOSTILE, HOSTILE, Saying.verbatim(HOSTILE))),
        List.of(Saying.verbatim(HOSTILE)),
        1,
        0,
        Optional.of(new GateResult.Source(HOSTILE, Instant.parse("2026-11-23T02:00:00Z"))),
        Optional.of(new TouchedServices(new TreeSet<>(List.of(HOSTILE)), 2, List.of(HOSTILE))));
  }

  /** Many, half of them in files, all in one state. */
  static GateResult many(int count, Severity severity, ViolationState state) {
    List<GatedViolation> violations = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      Violation seen = violation(severity, "second-writer", "service" + at, "shop.t" + at);
      Violation placed =
          at % 2 == 0 ? seen : seen.at(new Location("db/V" + at + ".sql", at + 1, 1));
      violations.add(new GatedViolation(placed, state, Saying.nothing()));
    }
    return new GateResult(
        violations, List.of(), List.of(), List.of(), count, 0, Optional.empty(), Optional.empty());
  }

  static GatedViolation fresh(Violation violation) {
    return GatedViolation.fresh(violation);
  }

  private static Violation violation(Severity severity, String rule, String service, String table) {
    return Violation.seen(
        severity,
        new ViolationKey(rule, service, table, ""),
        table.isEmpty() ? service.isEmpty() ? "fleet" : service : table,
        service.isEmpty() ? List.of() : List.of(service, "report"),
        "What " + rule + " fires on happened 12 times.",
        "Mend it.",
        List.of(Evidence.of("calls", 12L), Evidence.of("p95Millis", 211.9)));
  }
}
