package dev.watershed.cli.command;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.attribution.FleetLoads;
import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.attribution.ServerEstimates;
import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.coverage.SourceChoice;
import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.analyzer.observation.ObservationReading;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.SampledServices;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.span.CountedTimes;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.transaction.TransactionFacts;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.reports.FailedSource;
import dev.watershed.reports.ReportContext;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.window.StoredWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Merges the windows of a store as the options and the configuration say. */
final class StoreReading {

  /**
   * What was read.
   *
   * @param workload what the windows show together
   * @param coverage what they show of each server
   * @param estimates the load of the servers that are shown by counters
   * @param observed what servers show besides statements, by their names, whichever source counts
   * @param skipped files of the store that could not be read
   */
  record Reading(
      Workload workload,
      Coverage coverage,
      List<ServerEstimate> estimates,
      SortedMap<String, Observations> observed,
      List<SkippedFile> skipped) {

    Reading {
      estimates = List.copyOf(estimates);
      skipped = List.copyOf(skipped);
    }

    /** What the windows show, ranked. */
    SpanFacts facts(StoreOptions.StoreSpan span, ServiceMapping services, RankingOptions options) {
      FleetLoad load = FleetLoads.byService(workload, services, estimates);
      WorkloadFacts ranking =
          SampledServices.in(new Ranker(workload, services).rank(options), estimates);
      return new SpanFacts(
          span.since(),
          span.until(),
          load.estimated() ? ranking.withUnattributed(load.unclaimedShare()) : ranking,
          coverage,
          TransactionFacts.of(workload, services, options.limit()),
          load,
          FleetLoads.byModule(workload, services, estimates),
          ObservationReading.of(observed, services));
    }

    /** What a report says about the store. */
    ReportContext context(Path configuration) {
      return ReportContext.ofStore(configuration.toString(), failed(skipped));
    }

    /** Where the windows reach beyond the span asked for. */
    WidenedSpan widened(StoreOptions.StoreSpan span) {
      return WidenedSpan.of(span.since(), span.until(), coverage);
    }

    /** How the command ends if nothing else happens. */
    ExitCode exitCode() {
      return skipped.isEmpty() ? ExitCode.FINE : ExitCode.PARTLY_DONE;
    }
  }

  private final CommandContext context;
  private final Configuration configuration;

  private StoreReading(CommandContext context, Configuration configuration) {
    this.context = context;
    this.configuration = configuration;
  }

  /** Reads the configuration that names the store. */
  static StoreReading of(CommandContext context, Path file) throws CommandException {
    return new StoreReading(context, ConfigurationFile.read(context, file));
  }

  /** Reads the configuration, and the snapshot that stands in for its store. */
  static StoreReading of(CommandContext context, Path file, SnapshotOptions snapshot)
      throws CommandException {
    return of(context, snapshot.configuration(context, file));
  }

  /** Reads what a configuration says: its store, or the snapshot in the place of that. */
  static StoreReading of(CommandContext context, Configuration configuration) {
    return new StoreReading(context, configuration);
  }

  Configuration configuration() {
    return configuration;
  }

  /**
   * Merges windows. Files that cannot be read are named on standard error.
   *
   * @throws CommandException if there is no store or nothing in the span: not enough data; or if
   *     the store cannot be read
   */
  Reading read(StoreOptions.StoreSpan span) throws CommandException {
    StoreLocation location = StoreLocation.of(context, configuration);
    try (StoreSnapshot snapshot = Store.open(location.files()).summed(span.filter())) {
      StoreSnapshot taken = taken(context, snapshot);
      StoreSnapshot.Merged merged = taken.merge(WorkloadBounds.standard());
      StoreSnapshot.Observed observed = snapshot.observations(ObservationBounds.standard());
      Set<SkippedFile> skipped = new LinkedHashSet<>(merged.skipped());
      skipped.addAll(observed.skipped());
      skipped.forEach(file -> context.say("left out: " + file.described()));
      if (merged.workload().statements().size() == 0) {
        throw new CommandException(ExitCode.NOT_ENOUGH_DATA, nothing(location, span));
      }
      return new Reading(
          merged.workload(),
          Coverage.of(merged.summaries())
              .placed(server -> ClusterMembers.placement(configuration, server)),
          ServerEstimates.of(
              CountedTimes.of(taken.windows()),
              observed.servers(),
              configuration.services(),
              ownUsers()),
          observed.servers(),
          List.copyOf(skipped));
    } catch (IOException e) {
      throw location.unreadable(e);
    }
  }

  /** The accounts by which servers are sampled, by their names. */
  private Map<String, String> ownUsers() {
    Map<String, String> users = new HashMap<>();
    configuration
        .servers()
        .forEach(server -> server.user().ifPresent(user -> users.put(server.name(), user)));
    return users;
  }

  /** The windows of one source per server: the others show the same. */
  static StoreSnapshot taken(CommandContext context, StoreSnapshot snapshot) {
    Map<String, Set<String>> sources = new HashMap<>();
    for (StoredWindow window : snapshot.windows()) {
      sources
          .computeIfAbsent(window.name().server(), server -> new HashSet<>())
          .add(window.name().source());
    }
    SourceChoice choice =
        SourceChoice.of(
            Coverage.of(snapshot.only(name -> sources.get(name.server()).size() > 1).summaries()));
    choice.left().forEach(left -> leftOut(context, left, choice));
    return snapshot.only(choice::takes);
  }

  /** Says which source of a server counts, where it has several. */
  private static void leftOut(CommandContext context, ServerCoverage left, SourceChoice choice) {
    choice.taken().stream()
        .filter(taken -> taken.server().equals(left.server()))
        .forEach(
            taken ->
                context.say(
                    left.server()
                        + " is shown by "
                        + taken.source()
                        + "; what "
                        + left.source()
                        + " shows of the same statements is left out (--source "
                        + left.source()
                        + " takes it)"));
  }

  /** Files of the store that could not be read, for people. */
  static List<FailedSource> failed(List<SkippedFile> skipped) {
    return skipped.stream().map(file -> new FailedSource(file.file(), file.described())).toList();
  }

  private static String nothing(StoreLocation location, StoreOptions.StoreSpan span) {
    StringBuilder message = new StringBuilder("no statement in ").append(location.name());
    if (!span.servers().isEmpty()) {
      message.append(" of ").append(String.join(", ", span.servers().stream().sorted().toList()));
    }
    span.since().ifPresent(since -> message.append(" since ").append(since));
    span.until().ifPresent(until -> message.append(" until ").append(until));
    return message.append("; 'watershed collect -c …' fills it").toString();
  }
}
