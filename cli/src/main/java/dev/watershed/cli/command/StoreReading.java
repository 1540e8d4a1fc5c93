package dev.watershed.cli.command;

import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.coverage.ServerPlacement;
import dev.watershed.analyzer.coverage.SourceChoice;
import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.transaction.TransactionFacts;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.config.ServerRole;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.reports.FailedSource;
import dev.watershed.reports.ReportContext;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Merges the windows of a store as the options and the configuration say. */
final class StoreReading {

  /**
   * What was read.
   *
   * @param workload what the windows show together
   * @param coverage what they show of each server
   * @param skipped files of the store that could not be read
   */
  record Reading(Workload workload, Coverage coverage, List<SkippedFile> skipped) {

    Reading {
      skipped = List.copyOf(skipped);
    }

    /** What the windows show, ranked. */
    SpanFacts facts(StoreOptions.StoreSpan span, ServiceMapping services, RankingOptions options) {
      return new SpanFacts(
          span.since(),
          span.until(),
          new Ranker(workload, services).rank(options),
          coverage,
          TransactionFacts.of(workload, services, options.limit()));
    }

    /** What a report says about the store. */
    ReportContext context(Path configuration) {
      return ReportContext.ofStore(
          configuration.toString(),
          skipped.stream().map(file -> new FailedSource(file.file(), described(file))).toList());
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
    Path folder = context.workingDirectory().resolve(configuration.store());
    try (StoreSnapshot snapshot = Store.open(new LocalStoreFiles(folder)).snapshot(span.filter())) {
      StoreSnapshot.Merged merged = merged(context, snapshot);
      merged.skipped().forEach(file -> context.say("left out: " + described(file)));
      if (merged.workload().statements().size() == 0) {
        throw new CommandException(ExitCode.NOT_ENOUGH_DATA, nothing(folder, span));
      }
      return new Reading(
          merged.workload(),
          Coverage.of(merged.summaries()).placed(this::placement),
          merged.skipped());
    } catch (NoSuchFileException e) {
      throw new CommandException(
          ExitCode.NOT_ENOUGH_DATA,
          "there is no store at " + folder + "; 'watershed collect -c …' makes one");
    } catch (IOException e) {
      throw new CommandException(ExitCode.USAGE, "store " + folder + ": " + e.getMessage());
    }
  }

  private ServerPlacement placement(String name) {
    return configuration.servers().stream()
        .filter(server -> server.name().equals(name))
        .map(ServerConfiguration::place)
        .map(place -> new ServerPlacement(place.cluster(), place.role().map(ServerRole::key)))
        .findFirst()
        .orElse(ServerPlacement.UNKNOWN);
  }

  /** What the windows of one source per server make together: the others show the same. */
  static StoreSnapshot.Merged merged(CommandContext context, StoreSnapshot snapshot) {
    StoreSnapshot.Merged all = snapshot.merge(WorkloadBounds.standard());
    SourceChoice choice = SourceChoice.of(Coverage.of(all.summaries()));
    if (choice.left().isEmpty()) {
      return all;
    }
    choice.left().forEach(left -> leftOut(context, left, choice));
    return snapshot.only(choice::takes).merge(WorkloadBounds.standard());
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

  private static String described(SkippedFile file) {
    return file.file() + ": " + file.detail();
  }

  private static String nothing(Path folder, StoreOptions.StoreSpan span) {
    StringBuilder message = new StringBuilder("no statement in the store ").append(folder);
    if (!span.servers().isEmpty()) {
      message.append(" of ").append(String.join(", ", span.servers().stream().sorted().toList()));
    }
    span.since().ifPresent(since -> message.append(" since ").append(since));
    span.until().ifPresent(until -> message.append(" until ").append(until));
    return message.append("; 'watershed collect -c …' fills it").toString();
  }
}
