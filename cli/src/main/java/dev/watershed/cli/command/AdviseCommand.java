package dev.watershed.cli.command;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.input.DataSet;
import dev.watershed.analyzer.index.result.Advising;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.json.AdviceJson;
import dev.watershed.reports.text.AdviceScript;
import dev.watershed.reports.text.AdviceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Advises indexes to add, to change and to drop. */
@Command(
    name = "advise",
    description = "Say which indexes to add and to drop, and what no index can mend.",
    sortOptions = false)
public final class AdviseCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private SnapshotOptions snapshot = new SnapshotOptions();

  @Mixin private AdvisorChoice choice = new AdvisorChoice();

  @Mixin private VerifyOptions verify = new VerifyOptions();

  @Option(
      names = "--format",
      paramLabel = "text|json|sql",
      converter = AdviceFormat.Converter.class,
      description = "sql is a script that changes what is advised. Default: text.")
  private Optional<AdviceFormat> format = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the result there instead of to standard output.")
  private Optional<Path> out = Optional.empty();

  @Mixin private LayoutOptions layout = new LayoutOptions();

  public AdviseCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    int shown = choice.limit();
    AdvisorOptions options = choice.options();
    StoreReading stored = StoreReading.of(context, store.config(), snapshot);
    StoreOptions.StoreSpan span = store.span(context.clock().instant(), snapshot);
    FactsCache cache = FactsCache.of(context, stored.configuration());
    AdviceReading reading = AdviceReading.of(context, stored.configuration(), span, cache::prepare);
    if (reading.servers().isEmpty()) {
      throw new CommandException(
          ExitCode.NOT_ENOUGH_DATA,
          "no statement in the store in that span; 'watershed collect -c …' fills it");
    }
    List<DataSet> sets = DataSet.of(reading.servers(), ClusterMembers.of(stored.configuration()));
    if (verify.asked() && sets.size() > 1) {
      throw new CommandException(
          ExitCode.USAGE,
          "--verify: a copy is of one set of data; choose one with --server ("
              + String.join(", ", sets.stream().map(DataSet::name).toList())
              + ")");
    }
    List<ServerAdvice> advice = new ArrayList<>();
    for (DataSet data : sets) {
      advice.add(advise(data, options, cache));
    }
    cache.save();
    ResultOutput.write(context, out, result(advice, stored.configuration(), shown));
    return reading.exitCode().code();
  }

  private ServerAdvice advise(DataSet data, AdvisorOptions options, FactsCache cache)
      throws CommandException {
    Advising advised = Advising.of(data, options, cache.reader(data.catalog()));
    return verify.asked()
        ? verify.tried(context, advised.advice(), advised.input().server().statements())
        : advised.advice();
  }

  private ResultOutput.Result result(
      List<ServerAdvice> advice, Configuration configuration, int shown) {
    return switch (format.orElse(AdviceFormat.TEXT)) {
      case JSON -> stream -> AdviceJson.write(advice, SnapshotOptions.stamp(configuration), stream);
      case SQL -> stream -> stream.write(bytes(script(advice, configuration)));
      case TEXT -> {
        String text = new AdviceText(layout.text(context, out.isPresent()), shown).render(advice);
        yield stream -> stream.write(bytes(SnapshotOptions.stamped(context, configuration, text)));
      }
    };
  }

  private String script(List<ServerAdvice> advice, Configuration configuration) {
    String stamp =
        SnapshotOptions.stamp(configuration)
            .map(given -> "-- " + given.line(context.clock().instant()) + "\n")
            .orElse("");
    return stamp + new AdviceScript().render(advice);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
