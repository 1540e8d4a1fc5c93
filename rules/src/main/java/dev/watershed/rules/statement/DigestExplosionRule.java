package dev.watershed.rules.statement;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts that a service makes anew all the time: many digests with the tables and conditions of one,
 * by names of columns that are pieced together or by comments inside. They fill the digest table of
 * the server, which then counts nothing any more for anybody. Does not fire on services that simply
 * have many different statements.
 */
public final class DigestExplosionRule implements Rule {

  static final Parameter MAX_DIGESTS =
      Parameter.count("maxDigests", 50, "the digests that may share tables and conditions");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "digest-explosion",
          "a service that makes new texts of one statement all the time",
          Severity.WARNING,
          List.of(MAX_DIGESTS),
          DigestExplosionRule::new);

  private final RuleSettings settings;

  DigestExplosionRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    if (facts.statements().isEmpty()) {
      return Verdict.unknown(
          KIND.name(), "fleet", Saying.of("unjudged.statements", "no statement in the span"));
    }
    Map<ViolationKey, List<FleetStatement>> alike = new TreeMap<>();
    for (FleetStatement statement : facts.statements()) {
      for (ViolationKey key : statement.keys(KIND.name())) {
        alike.computeIfAbsent(key, shape -> new ArrayList<>()).add(statement);
      }
    }
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    alike.forEach(
        (key, statements) -> {
          found.inspected();
          if (facts.past().exceeds(statements.size(), settings.value(MAX_DIGESTS), key)) {
            found.violated(violation(key, statements));
          }
        });
    return found.verdict();
  }

  private Violation violation(ViolationKey key, List<FleetStatement> statements) {
    FleetStatement first = statements.get(0);
    long calls = statements.stream().mapToLong(each -> each.figures().loggedCalls()).sum();
    return Violation.seen(
        settings.severity(),
        key,
        first.firstTable().orElseGet(first::digestText),
        key.service().isEmpty() ? List.of() : List.of(key.service()),
        Saying.of(
            "digest-explosion.message",
            "{0} digests with the same tables and conditions in {1} calls, such as: {2}",
            statements.size(),
            calls,
            first.fingerprint()),
        Saying.of(
            "digest-explosion.remedy",
            "Keep the text the same and pass what differs as parameters; list columns in a fixed"
                + " order."),
        List.of(Evidence.of("digests", statements.size()), Evidence.of("calls", calls)));
  }
}
