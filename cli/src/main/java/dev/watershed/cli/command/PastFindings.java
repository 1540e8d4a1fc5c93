package dev.watershed.cli.command;

import dev.watershed.analyzer.decision.Decision;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the store showed until the day of a decision, of those that a span does not show: an id that
 * was right then is gone, another one is a mistake.
 *
 * @param findings by id
 * @param exitCode how the command ends if nothing else happens
 */
record PastFindings(Map<String, KnownFinding> findings, ExitCode exitCode) {

  PastFindings {
    findings = Map.copyOf(findings);
    Objects.requireNonNull(exitCode, "exitCode");
  }

  /**
   * Reads the store once per day on which something was decided that is not there any more, the
   * first day first, until everything is found.
   */
  static PastFindings read(
      CommandContext context,
      Configuration configuration,
      CouplingOptions coupling,
      StoreOptions.StoreSpan span,
      List<Decision> decisions,
      List<KnownFinding> known)
      throws CommandException {
    Set<String> shown = known.stream().map(KnownFinding::id).collect(Collectors.toSet());
    List<Decision> missing =
        decisions.stream().filter(decision -> !shown.contains(decision.finding())).toList();
    Set<String> wanted =
        missing.stream().map(Decision::finding).collect(Collectors.toCollection(HashSet::new));
    Map<String, KnownFinding> found = new HashMap<>();
    ExitCode exitCode = ExitCode.FINE;
    Set<LocalDate> days = new TreeSet<>(missing.stream().map(Decision::date).toList());
    for (LocalDate day : days) {
      if (found.size() < wanted.size()) {
        Instant until = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        StoreOptions.StoreSpan then =
            new StoreOptions.StoreSpan(
                span.servers(), span.sources(), Optional.empty(), Optional.of(until));
        Optional<FindingReading> reading = reading(context, configuration, coupling, then);
        exitCode =
            ExitCode.strongest(exitCode, reading.map(FindingReading::exitCode).orElse(exitCode));
        reading.stream()
            .flatMap(each -> each.findings().stream())
            .filter(finding -> wanted.contains(finding.id()))
            .forEach(finding -> found.putIfAbsent(finding.id(), finding));
      }
    }
    return new PastFindings(found, exitCode);
  }

  /** Empty where the store has nothing from so long ago. */
  private static Optional<FindingReading> reading(
      CommandContext context,
      Configuration configuration,
      CouplingOptions coupling,
      StoreOptions.StoreSpan span)
      throws CommandException {
    try {
      return Optional.of(FindingReading.of(context, configuration, coupling, span));
    } catch (CommandException e) {
      if (e.exitCode() == ExitCode.NOT_ENOUGH_DATA) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The finding that a decision is about. */
  Optional<KnownFinding> of(Decision decision) {
    return Optional.ofNullable(findings.get(decision.finding()));
  }
}
