package dev.watershed.cli.command;

import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.diff.DigestChange;
import dev.watershed.analyzer.diff.SpanDiff;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.trend.CouplingTrend;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.reports.ComparedCoupling;
import dev.watershed.reports.ComparedSpans;
import dev.watershed.reports.Notes;
import dev.watershed.reports.json.CouplingDiffJson;
import dev.watershed.reports.json.DiffJson;
import dev.watershed.reports.text.CouplingDiffText;
import dev.watershed.reports.text.DiffText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares two spans of the store. */
@Command(
    name = "diff",
    description = "Compare two spans of the store: which statements are new, gone, slower, faster.",
    sortOptions = false)
public final class DiffCommand implements Callable<Integer> {

  private static final int USUAL_LIMIT = 20;
  private final CommandContext context;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      required = true,
      description = "Configuration: where the store is, and whose accounts, hosts and tags are.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--base",
      paramLabel = "SPAN",
      required = true,
      description = "What to compare with: 2026-11-01T00:00Z/2026-11-02T00:00Z.")
  private String base = "";

  @Option(names = "--head", paramLabel = "SPAN", required = true, description = "What to compare.")
  private String head = "";

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = "Only this server; may be given several times. Default: all.")
  private List<String> servers = List.of();

  @Option(
      names = "--source",
      paramLabel = "slowlog|perfschema|proxy",
      description =
          "Only what this source showed. Default: one per server, the same on both sides.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most changes; 0 for all. Default: 20.")
  private int limit = USUAL_LIMIT;

  @Option(
      names = "--coupling",
      description =
          "Show instead what changed in how services share tables: crossings, owners, pairs.")
  private boolean couplingOnly;

  @Mixin private CouplingOptions coupling = new CouplingOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  public DiffCommand(CommandContext context) {
    this.context = context;
  }

  /** One side: its facts, and the time that its windows cover. */
  private record Side(
      WorkloadFacts facts, ComparedSpans.Span span, Coverage coverage, ExitCode exitCode) {

    Duration length() {
      return Duration.between(span.from(), span.until());
    }
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    LimitArgument.check(limit);
    StoreOptions.StoreSpan baseSpan = span("--base", base);
    StoreOptions.StoreSpan headSpan = span("--head", head);
    if (couplingOnly) {
      return couplingDiff(baseSpan, headSpan);
    }
    StoreReading stored = StoreReading.of(context, config.orElseThrow());
    List<String> notes = new ArrayList<>();
    Side before = side("base", stored, baseSpan, notes);
    Side now = side("head", stored, headSpan, notes);
    requireSameSources(before.coverage().servers(), now.coverage().servers());
    SpanDiff diff = SpanDiff.of(before.facts(), before.length(), now.facts(), now.length());
    MeasuredDecisions decisions =
        MeasuredDecisions.read(context, stored.configuration(), baseSpan, headSpan);
    write(
        new ComparedSpans(
            before.span(),
            now.span(),
            diff,
            decisions.measured(before.facts(), now.facts()),
            notes));
    return ExitCode.strongest(before.exitCode(), now.exitCode(), decisions.exitCode()).code();
  }

  private int couplingDiff(StoreOptions.StoreSpan baseSpan, StoreOptions.StoreSpan headSpan)
      throws CommandException, OutputClosedException {
    Configuration configuration = ConfigurationFile.read(context, config.orElseThrow());
    FactsCache cache = FactsCache.of(context, configuration);
    CouplingReading before = CouplingReading.of(context, configuration, baseSpan, cache);
    CouplingReading now = CouplingReading.of(context, configuration, headSpan, cache);
    requireSameSources(before.coverage(), now.coverage());
    ComparedCoupling compared =
        new ComparedCoupling(
            span(baseSpan),
            span(headSpan),
            CouplingTrend.of(
                coupling.find(before, configuration).facts(),
                coupling.find(now, configuration).facts()));
    cache.save();
    output.write(
        context,
        stream -> CouplingDiffJson.write(compared, stream),
        text -> new CouplingDiffText(text, limit).render(compared));
    return ExitCode.strongest(before.exitCode(), now.exitCode()).code();
  }

  private static ComparedCoupling.Span span(StoreOptions.StoreSpan span) {
    return new ComparedCoupling.Span(span.since().orElseThrow(), span.until().orElseThrow());
  }

  private void write(ComparedSpans spans) throws CommandException, OutputClosedException {
    Stream<DigestChange> changes = spans.diff().changes().stream();
    List<DigestChange> shown = (limit == 0 ? changes : changes.limit(limit)).toList();
    output.write(
        context,
        stream -> DiffJson.write(spans, shown, stream),
        text -> new DiffText(text).render(spans, shown));
  }

  /** Windows count whole: rates are of the time that they cover together with the span asked. */
  private Side side(
      String name, StoreReading stored, StoreOptions.StoreSpan span, List<String> notes)
      throws CommandException {
    StoreReading.Reading reading = stored.read(span);
    WorkloadFacts facts =
        new Ranker(reading.workload(), stored.configuration().services())
            .rank(RankingOptions.everyDigest());
    Instant from = span.since().orElseThrow();
    Instant until = span.until().orElseThrow();
    Instant first = reading.coverage().countedFrom().orElse(from);
    Instant last = reading.coverage().countedUntil().orElse(until);
    if (first.isBefore(from) || last.isAfter(until)) {
      notes.add(name + ": windows count whole, and some reach beyond the span asked for.");
    }
    Notes.of(facts.quality()).forEach(note -> notes.add(name + ": " + note));
    ComparedSpans.Span counted =
        new ComparedSpans.Span(
            first.isBefore(from) ? first : from,
            last.isAfter(until) ? last : until,
            facts.totals().map(Figures::loggedCalls).orElse(0L));
    return new Side(facts, counted, reading.coverage(), reading.exitCode());
  }

  /** A log and counters of one server differ without any change of its statements. */
  private static void requireSameSources(List<ServerCoverage> base, List<ServerCoverage> head)
      throws CommandException {
    for (ServerCoverage then : base) {
      for (ServerCoverage now : head) {
        if (then.server().equals(now.server()) && !then.source().equals(now.source())) {
          throw new CommandException(
              ExitCode.NOT_ENOUGH_DATA,
              now.server()
                  + " is shown by "
                  + then.source()
                  + " in the base and by "
                  + now.source()
                  + " in the head; --source says which to compare");
        }
      }
    }
  }

  private StoreOptions.StoreSpan span(String option, String text) throws CommandException {
    return SpanArgument.parse(
        option, text, context.clock().instant(), Set.copyOf(servers), StoreOptions.sources(source));
  }
}
