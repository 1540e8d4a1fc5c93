package dev.watershed.rules.gate;

import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;
import java.util.stream.Stream;

/** Violations by the texts of their keys. */
final class Violations {

  private Violations() {}

  /** An error of the service in the key. */
  static Violation of(String key) {
    return of(key, Severity.ERROR);
  }

  static Violation of(String key, Severity severity) {
    ViolationKey parsed = ViolationKey.parse(key);
    return Violation.seen(
        severity,
        parsed,
        parsed.service().isEmpty() ? "fleet" : parsed.service(),
        parsed.service().isEmpty() ? List.of() : List.of(parsed.service()),
        "too much",
        "",
        List.of(Evidence.of("calls", 1)));
  }

  static Verdict verdict(Violation... violations) {
    return new Verdict(List.of(violations), List.of(), List.of(), 1, 0);
  }

  static Verdict verdict(String... keys) {
    return verdict(Stream.of(keys).map(Violations::of).toArray(Violation[]::new));
  }
}
