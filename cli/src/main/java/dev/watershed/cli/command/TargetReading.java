package dev.watershed.cli.command;

import dev.watershed.analyzer.consolidation.distance.MonthDistance;
import dev.watershed.analyzer.consolidation.distance.SharedTables;
import dev.watershed.analyzer.consolidation.distance.TargetArchitecture;
import dev.watershed.analyzer.consolidation.distance.TargetDistance;
import dev.watershed.analyzer.consolidation.distance.TargetPlacement;
import dev.watershed.analyzer.consolidation.distance.TargetProblem;
import dev.watershed.analyzer.consolidation.distance.TargetProgress;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.Nearest;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the distance to a target: the last thirty days of a span, and every month of it. The store
 * is read once for the months and once for these days.
 *
 * @param progress what was measured
 * @param facts what couples services in the last thirty days
 * @param placement the target applied to their tables
 * @param exitCode how the command ends if nothing else happens
 */
record TargetReading(
    TargetProgress progress, CouplingFacts facts, TargetPlacement placement, ExitCode exitCode) {

  TargetReading {
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(exitCode, "exitCode");
  }

  /**
   * Reads it.
   *
   * @throws CommandException if the target names what does not exist: usage; if there is no store
   *     or nothing in the span: not enough data; or if the store cannot be read
   */
  static TargetReading of(
      CommandContext context,
      Configuration configuration,
      CouplingOptions coupling,
      StoreOptions.StoreSpan span,
      TargetArchitecture target)
      throws CommandException {
    StoredMonths months = StoredMonths.of(context, configuration, span);
    Reader reader =
        new Reader(
            context,
            configuration,
            coupling,
            target,
            months,
            FactsCache.of(context, configuration));
    TargetReading reading = reader.read();
    reader.cache.save();
    return reading;
  }

  private static final class Reader {

    private final CommandContext context;
    private final Configuration configuration;
    private final CouplingOptions coupling;
    private final TargetArchitecture target;
    private final StoredMonths months;
    private final FactsCache cache;
    private ExitCode exitCode = ExitCode.FINE;

    Reader(
        CommandContext context,
        Configuration configuration,
        CouplingOptions coupling,
        TargetArchitecture target,
        StoredMonths months,
        FactsCache cache) {
      this.context = context;
      this.configuration = configuration;
      this.coupling = coupling;
      this.target = target;
      this.months = months;
      this.cache = cache;
    }

    TargetReading read() throws CommandException {
      StoreOptions.StoreSpan recent = months.recent();
      CouplingReading reading = reading(recent);
      CouplingFacts facts = coupling.find(reading, configuration).facts();
      TargetPlacement placement = TargetPlacement.of(target, facts);
      requireKnown(placement);
      SharedTables shared = SharedTables.of(facts);
      TargetDistance today = TargetDistance.of(facts, placement, shared.in(facts.input().tables()));
      List<MonthDistance> distances = new ArrayList<>();
      for (YearMonth month : months.months()) {
        distances.add(month(month, shared));
      }
      TargetProgress progress =
          new TargetProgress(
              recent.since().orElseThrow(),
              recent.until().orElseThrow(),
              today,
              distances,
              notes(placement, distances, facts));
      return new TargetReading(progress, facts, placement, exitCode);
    }

    private CouplingReading reading(StoreOptions.StoreSpan span) throws CommandException {
      CouplingReading reading = CouplingReading.of(context, configuration, span, cache);
      exitCode = ExitCode.strongest(exitCode, reading.exitCode());
      return reading;
    }

    private MonthDistance month(YearMonth month, SharedTables shared) throws CommandException {
      CouplingReading reading;
      try {
        reading = reading(months.of(month));
      } catch (CommandException e) {
        if (e.exitCode() == ExitCode.NOT_ENOUGH_DATA) {
          return MonthDistance.unknown(month);
        }
        throw e;
      }
      CouplingFacts facts = coupling.find(reading, configuration).facts();
      return new MonthDistance(
          month,
          Optional.of(seen(month, reading)),
          Optional.of(
              TargetDistance.of(
                  facts, TargetPlacement.of(target, facts), shared.in(facts.input().tables()))));
    }

    private MonthDistance.Seen seen(YearMonth month, CouplingReading reading) {
      Map<String, Double> shares = new TreeMap<>();
      months.servers().forEach(server -> shares.put(server, 0.0));
      double hours = Duration.ofDays(month.lengthOfMonth()).toHours();
      reading
          .coverage()
          .forEach(each -> shares.put(each.server(), Math.min(1, seenHours(each) / hours)));
      Map.Entry<String, Double> least =
          shares.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
      boolean cataloged =
          reading.data().stream().allMatch(data -> data.catalog().isPresent())
              && reading.laterCatalogs().isEmpty();
      return new MonthDistance.Seen(
          least.getValue(),
          least.getKey(),
          reading.coverage().stream()
              .map(each -> each.server() + " " + each.source())
              .sorted()
              .toList(),
          !cataloged);
    }

    private static double seenHours(ServerCoverage coverage) {
      if (coverage.firstSeen().isEmpty() || coverage.lastSeen().isEmpty()) {
        return 0;
      }
      Duration between = Duration.between(coverage.firstSeen().get(), coverage.lastSeen().get());
      return Math.max(0, between.toMinutes() / 60.0 - coverage.silentHours());
    }

    /** Ends the command where the target names what does not exist. */
    private void requireKnown(TargetPlacement placement) throws CommandException {
      List<TargetProblem> fatal =
          placement.problems().stream().filter(TargetProblem::fatal).toList();
      if (!fatal.isEmpty() || placement.gaps().isEmpty()) {
        List<TargetProblem> shown = fatal.isEmpty() ? placement.problems() : fatal;
        throw new CommandException(
            ExitCode.USAGE, shown.stream().map(Reader::words).collect(Collectors.joining("\n")));
      }
    }

    private static String words(TargetProblem problem) {
      return problem.place()
          + ": "
          + problem.message()
          + Nearest.to(problem.name(), problem.known())
              .map(near -> "; did you mean " + near + "?")
              .orElse("");
    }

    private static List<Saying> notes(
        TargetPlacement placement, List<MonthDistance> distances, CouplingFacts facts) {
      List<Saying> notes = new ArrayList<>();
      placement.problems().stream()
          .filter(problem -> !problem.fatal())
          .map(Reader::words)
          .map(Saying::verbatim)
          .forEach(notes::add);
      List<MonthDistance.Seen> seen =
          distances.stream().flatMap(month -> month.seen().stream()).toList();
      if (seen.stream().map(MonthDistance.Seen::sources).distinct().count() > 1) {
        notes.add(
            Saying.of(
                "target-note.sources",
                "servers were not shown by the same sources in every month: what these miss"
                    + " differs"));
      }
      if (seen.stream().anyMatch(MonthDistance.Seen::laterCatalog)) {
        notes.add(
            Saying.of(
                "target-note.catalog",
                "of some months no catalog was collected before their end: where tables lay then,"
                    + " that of a later day says, or statements alone"));
      }
      notes.add(
          Saying.of(
              "target-note.owners",
              "declared owners are those of the configuration as it is, in every month"));
      notes.addAll(facts.saidNotes());
      return notes;
    }
  }
}
