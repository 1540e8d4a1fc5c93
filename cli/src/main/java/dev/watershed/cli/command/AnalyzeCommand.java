package dev.watershed.cli.command;

import dev.watershed.analyzer.calls.CallAnalysis;
import dev.watershed.analyzer.calls.CallFacts;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.InferenceRanker;
import dev.watershed.analyzer.ranking.InferredTables;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.structure.StructureFacts;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.imports.CallImport;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.json.AnalyzeJson;
import dev.watershed.reports.json.CouplingJson;
import dev.watershed.reports.json.NeighboursJson;
import dev.watershed.reports.json.StructureJson;
import dev.watershed.reports.text.AnalyzeText;
import dev.watershed.reports.text.CouplingText;
import dev.watershed.reports.text.NeighboursText;
import dev.watershed.reports.text.StructureText;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ranks what the store holds. */
@Command(
    name = "analyze",
    description = "Rank what the store holds: what costs time, whose it is, and what was not seen.",
    sortOptions = false)
public final class AnalyzeCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private RankingChoice choice = new RankingChoice();

  @Option(
      names = "--coupling",
      description = "Show instead what couples services by the tables that they share.")
  private boolean couplingAsked;

  @Mixin private StructureOptions structure = new StructureOptions();

  @Option(
      names = "--neighbours",
      description =
          "Show instead who takes the servers for a while, what services cost, and what room there"
              + " is.")
  private boolean neighboursAsked;

  @Mixin private CouplingOptions coupling = new CouplingOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  public AnalyzeCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    RankingOptions options = choice.options();
    StoreOptions.StoreSpan span = store.span(context.clock().instant());
    if (Stream.of(structure.asked(), couplingAsked, neighboursAsked).filter(each -> each).count()
        > 1) {
      throw new CommandException(
          ExitCode.USAGE, "--coupling, --structure, --neighbours: expected one of them");
    }
    if (structure.asked()) {
      return structure(span, options.limit());
    }
    if (neighboursAsked) {
      return neighbours(span, options.limit());
    }
    if (couplingAsked) {
      return coupling(span, options.limit());
    }
    if (coupling.level() == PartyLevel.MODULE) {
      throw new CommandException(ExitCode.USAGE, "--modules: expected together with --coupling");
    }
    StoreReading stored = StoreReading.of(context, store.config());
    StoreReading.Reading reading = stored.read(span);
    SpanFacts facts = reading.facts(span, stored.configuration().services(), options);
    ReportContext report = reading.context(store.config());
    boolean tables = output.json() || options.groupBy() == GroupBy.TABLE;
    CatalogReading catalogs =
        tables ? CatalogReading.of(context, stored.configuration(), span) : CatalogReading.NOT_READ;
    InferredTables inferred =
        InferenceRanker.rank(
            reading.workload(), catalogs.catalogs(), facts.ranking().quality().visibility());
    output.write(
        context,
        stream -> AnalyzeJson.write(facts, inferred, report, stream),
        text ->
            new AnalyzeText(text)
                .render(facts, Optional.of(inferred).filter(known -> tables), report));
    return ExitCode.strongest(reading.exitCode(), catalogs.exitCode()).code();
  }

  private Integer neighbours(StoreOptions.StoreSpan span, int limit)
      throws CommandException, OutputClosedException {
    Configuration configuration = ConfigurationFile.read(context, store.config());
    CouplingReading reading =
        CouplingReading.of(
            context,
            configuration,
            span,
            FactsCache.of(context, configuration),
            FleetUseReading.BOUNDS);
    FleetUse use = FleetUseReading.of(configuration, reading.data());
    output.write(
        context,
        stream -> NeighboursJson.write(use, stream),
        text -> new NeighboursText(text, limit).render(use));
    return reading.exitCode().code();
  }

  private Integer coupling(StoreOptions.StoreSpan span, int limit)
      throws CommandException, OutputClosedException {
    Configuration configuration = ConfigurationFile.read(context, store.config());
    CallImport imported = calls(configuration);
    CouplingOptions.Found found = coupling.find(context, configuration, span);
    Optional<CallFacts> calls =
        imported.exports().isEmpty()
            ? Optional.empty()
            : Optional.of(
                CallAnalysis.of(
                    imported.exports(), found.facts(), coupling.level(), imported.names()));
    output.write(
        context,
        stream -> CouplingJson.write(found.facts(), calls, stream),
        text -> new CouplingText(text, limit).render(found.facts(), calls));
    return found.exitCode().code();
  }

  private static CallImport calls(Configuration configuration) throws CommandException {
    try {
      return CallImport.read(configuration);
    } catch (ConfigurationException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
  }

  private Integer structure(StoreOptions.StoreSpan span, int limit)
      throws CommandException, OutputClosedException {
    CouplingOptions.Found found =
        coupling.find(context, ConfigurationFile.read(context, store.config()), span);
    StructureFacts facts = structure.find(found);
    output.write(
        context,
        stream -> StructureJson.write(facts, stream),
        text -> new StructureText(text, limit).render(facts));
    return found.exitCode().code();
  }
}
