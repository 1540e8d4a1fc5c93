package dev.watershed.cli.command;

import dev.watershed.analyzer.attribution.SampledDigest;
import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.input.DataSet;
import dev.watershed.analyzer.index.result.AdviceFacts;
import dev.watershed.analyzer.index.result.Advising;
import dev.watershed.analyzer.index.result.TableAdvice;
import dev.watershed.analyzer.ranking.DigestExplainer;
import dev.watershed.analyzer.ranking.DigestFacts;
import dev.watershed.analyzer.ranking.DigestInference;
import dev.watershed.analyzer.ranking.DigestLookup;
import dev.watershed.analyzer.ranking.TableFacts;
import dev.watershed.analyzer.ranking.WorkloadInference;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.json.AdviceFactsJson;
import dev.watershed.reports.json.ExplainJson;
import dev.watershed.reports.json.TableJson;
import dev.watershed.reports.text.AdviceFactsText;
import dev.watershed.reports.text.AdviceText;
import dev.watershed.reports.text.ExplainText;
import dev.watershed.reports.text.TableText;
import dev.watershed.reports.text.TextOptions;
import dev.watershed.workload.Workload;
import dev.watershed.workload.store.StoredCatalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows everything known about one digest, table or advice. */
@Command(
    name = "explain",
    description = "Show everything known about one digest, table or advice.",
    sortOptions = false)
public final class ExplainCommand implements Callable<Integer> {

  private final CommandContext context;

  @Parameters(
      paramLabel = "ID",
      arity = "1",
      description = {
        "The digest, 16 hexadecimal digits as 'digest' prints them, or its beginning; or a table,"
            + " schema.table, of the store; or an advice, index-…, as 'advise' prints them."
      })
  private String id = "";

  @Option(
      names = "--from",
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "Slow logs: files, folders, globs, - for standard input; .gz and .zst, too. Without it"
            + " the store that -c names."
      })
  private List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Format.WithoutHtml.class,
      description = "Default: text.")
  private Optional<Format> format = Optional.empty();

  @Mixin private InputOptions input = new InputOptions();

  @Mixin private SnapshotOptions snapshot = new SnapshotOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the result there instead of to standard output.")
  private Optional<Path> out = Optional.empty();

  @Mixin private LayoutOptions layout = new LayoutOptions();

  public ExplainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    if (snapshot.given() && !files.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "--from and --snapshot do not go together");
    }
    if (id.indexOf('.') > 0) {
      return table();
    }
    if (AdviceExplanation.isId(id)) {
      return advice();
    }
    if (!id.matches("[0-9A-Fa-f]{1,16}")) {
      throw new CommandException(
          ExitCode.USAGE,
          "'"
              + id
              + "' is no digest; expected up to 16 hexadecimal digits, as 'digest' prints them, or"
              + " a table such as booking.orders, or an advice such as index-0a1b2c3d4e");
    }
    Source source = files.isEmpty() ? store() : logs();
    if (source.workload().statements().size() == 0) {
      return source.exitCode().code();
    }
    long digest = find(source);
    DigestFacts facts =
        new DigestExplainer(source.workload(), source.services())
            .explain(digest)
            .orElseThrow(() -> unknown(source, List.of()));
    Optional<DigestInference> inferred =
        source
            .catalogs()
            .map(catalogs -> new WorkloadInference(source.workload(), catalogs))
            .map(inference -> inference.ofDigest(digest));
    List<SampledDigest> sampled = SampledDigest.of(digest, source.estimates());
    ResultOutput.write(context, out, result(facts, sampled, inferred, source));
    return source.exitCode().code();
  }

  /**
   * What is looked through.
   *
   * @param catalogs of the servers; empty for logs, which have none
   * @param estimates of the servers that are shown by counters
   * @param span where it reaches beyond the span asked for
   * @param name what it is called in messages
   */
  private record Source(
      Workload workload,
      Configuration configuration,
      Optional<List<StoredCatalog>> catalogs,
      List<ServerEstimate> estimates,
      WidenedSpan span,
      ExitCode exitCode,
      String name) {

    ServiceMapping services() {
      return configuration.services();
    }
  }

  private Source logs() throws CommandException {
    LogReading.Reading reading = new LogReading(context, input).read(files);
    return new Source(
        reading.workload(),
        reading.configuration(),
        Optional.empty(),
        List.of(),
        WidenedSpan.NONE,
        reading.exitCode(),
        "in these logs");
  }

  private Path config(String expected) throws CommandException {
    return input
        .config()
        .orElseThrow(() -> new CommandException(ExitCode.USAGE, "expected " + expected));
  }

  private StoreOptions.StoreSpan span() throws CommandException {
    return StoreOptions.span(input.since(), input.until(), snapshot, context.clock().instant());
  }

  private int table() throws CommandException, OutputClosedException {
    if (!files.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "--from: a table is explained from a store; expected -c FILE");
    }
    StoreReading stored = StoreReading.of(context, config("-c FILE with a store"), snapshot);
    TableExplanation table = TableExplanation.of(context, stored.configuration(), span(), id);
    List<TableAdvice> advice = advice(stored.configuration());
    ResultOutput.write(
        context,
        out,
        format.orElse(Format.TEXT) == Format.JSON
            ? stream ->
                TableJson.write(
                    table.facts(), advice, SnapshotOptions.stamp(stored.configuration()), stream)
            : stream -> stream.write(text(stored.configuration(), text(table.facts(), advice))));
    return table.exitCode().code();
  }

  private int advice() throws CommandException, OutputClosedException {
    if (!files.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "--from: an advice is explained from a store; expected -c FILE");
    }
    StoreReading stored = StoreReading.of(context, config("-c FILE with a store"), snapshot);
    AdviceExplanation advice = AdviceExplanation.of(context, stored.configuration(), span(), id);
    ResultOutput.write(
        context,
        out,
        format.orElse(Format.TEXT) == Format.JSON
            ? stream ->
                AdviceFactsJson.write(
                    advice.facts(), SnapshotOptions.stamp(stored.configuration()), stream)
            : stream -> stream.write(text(stored.configuration(), text(advice.facts()))));
    return advice.exitCode().code();
  }

  private byte[] text(Configuration configuration, String text) {
    return SnapshotOptions.stamped(context, configuration, text).getBytes(StandardCharsets.UTF_8);
  }

  private String text(AdviceFacts facts) {
    return new AdviceFactsText(layout.text(context, out.isPresent())).render(facts);
  }

  private String text(TableFacts facts, List<TableAdvice> advice) {
    TextOptions text = layout.text(context, out.isPresent());
    String known = new TableText(text).render(facts);
    return known + new AdviceText(text, 0).renderTable(advice);
  }

  /** What is known of the table's indexes, where a catalog has the table. */
  private List<TableAdvice> advice(Configuration configuration) throws CommandException {
    FactsCache cache = FactsCache.of(context, configuration);
    AdviceReading reading = AdviceReading.of(context, configuration, span(), cache::prepare);
    List<TableAdvice> known = new ArrayList<>();
    for (DataSet data : DataSet.of(reading.servers(), ClusterMembers.of(configuration))) {
      Advising advised = Advising.of(data, AdvisorOptions.DEFAULTS, cache.reader(data.catalog()));
      TableAdvice table = TableAdvice.of(advised.advice(), advised.input(), id);
      if (!table.uses().isEmpty()) {
        known.add(table);
      }
    }
    cache.save();
    return known;
  }

  private Source store() throws CommandException {
    Path file = config("--from FILE… with slow logs, or -c FILE with a store");
    StoreReading stored = StoreReading.of(context, file, snapshot);
    StoreOptions.StoreSpan span = span();
    StoreReading.Reading reading = stored.read(span);
    CatalogReading catalogs = CatalogReading.of(context, stored.configuration(), span);
    return new Source(
        reading.workload(),
        stored.configuration(),
        Optional.of(catalogs.catalogs()),
        reading.estimates(),
        reading.widened(span),
        ExitCode.strongest(reading.exitCode(), catalogs.exitCode()),
        snapshot.given() ? "in the snapshot" : "in the store");
  }

  private ResultOutput.Result result(
      DigestFacts facts,
      List<SampledDigest> sampled,
      Optional<DigestInference> inferred,
      Source source) {
    if (format.orElse(Format.TEXT) == Format.JSON) {
      DigestInference known = inferred.orElse(DigestInference.UNKNOWN);
      return stream ->
          ExplainJson.write(
              facts,
              sampled,
              known,
              source.span(),
              SnapshotOptions.stamp(source.configuration()),
              stream);
    }
    String text =
        new ExplainText(layout.text(context, out.isPresent()))
            .render(facts, sampled, inferred, source.span());
    return stream -> stream.write(text(source.configuration(), text));
  }

  private long find(Source source) throws CommandException {
    DigestLookup lookup = DigestLookup.of(source.workload(), id);
    if (lookup.digest().isPresent()) {
      return lookup.digest().getAsLong();
    }
    if (lookup.fitting() > 1) {
      throw new CommandException(
          ExitCode.USAGE,
          id
              + " is the beginning of "
              + lookup.fitting()
              + " digests ("
              + String.join(", ", lookup.candidates())
              + (lookup.fitting() > lookup.candidates().size() ? ", …" : "")
              + "); give more digits");
    }
    throw unknown(source, lookup.candidates());
  }

  private CommandException unknown(Source source, List<String> candidates) {
    String nearest = candidates.isEmpty() ? "" : "; the nearest: " + String.join(", ", candidates);
    return new CommandException(ExitCode.USAGE, "no digest " + id + " " + source.name() + nearest);
  }
}
