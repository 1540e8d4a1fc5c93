package dev.watershed.cli.command;

import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.text.DigestText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Analyses the capture that comes with the distribution. */
@Command(
    name = "demo",
    description = "Analyse the bundled marketplace, and say where its report is.",
    sortOptions = false)
public final class DemoCommand implements Callable<Integer> {

  private static final String MARKETPLACE = "examples/marketplace";
  private static final Path USUAL_PAGE = Path.of("watershed-demo.html");
  private static final int LINES = 8;
  private static final String GATE =
      "\nA merge request changes the schema. The gate says, by what runs today:\n\n";

  private final CommandContext context;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the report goes. Default: ./watershed-demo.html.")
  private Path page = USUAL_PAGE;

  @Mixin private LayoutOptions layout = new LayoutOptions();

  public DemoCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    Path marketplace = marketplace();
    Path configuration = marketplace.resolve("watershed.yaml");
    Optional<Path> mapping =
        Files.exists(context.workingDirectory().resolve(configuration))
            ? Optional.of(configuration)
            : Optional.empty();
    LogReading.Reading reading =
        new LogReading(context, InputOptions.ofConfiguration(mapping))
            .read(List.of(marketplace.toString()));
    Ranker ranker = new Ranker(reading.workload(), reading.configuration().services());
    WorkloadFacts facts = ranker.rank(new RankingOptions(GroupBy.DIGEST, Order.TIME, LINES));
    ReportContext report = reading.context(List.of(marketplace.toString()));
    try (DemoStore store = DemoStore.of(context, marketplace)) {
      store.report(absolute(page));
    }
    String text = new DigestText(layout.text(context, false)).render(facts, report);
    String where = "\nreport: " + VisibleText.of(absolute(page).toUri().toString()) + "\n";
    Path gate = marketplace.resolveSibling("gate");
    Path snapshot = gate.resolve("marketplace.snapshot");
    boolean gated =
        mapping.isPresent() && Files.exists(context.workingDirectory().resolve(snapshot));
    String end = where + (gated ? GATE : "");
    ResultOutput.write(
        context,
        Optional.empty(),
        stream -> stream.write((text + end).getBytes(StandardCharsets.UTF_8)));
    if (gated) {
      gate(configuration, snapshot, gate.resolve("change"));
    }
    return reading.exitCode().code();
  }

  /** Shows the gate at work; that it fails is no failure of the demo. */
  private void gate(Path configuration, Path snapshot, Path change) {
    new CommandLine(new CheckCommand(context))
        .execute(
            "-c",
            configuration.toString(),
            "--snapshot",
            snapshot.toString(),
            "--ddl",
            change.toString());
  }

  private Path absolute(Path path) {
    return context.workingDirectory().resolve(path).toAbsolutePath().normalize();
  }

  private Path marketplace() throws CommandException {
    Path folder = context.home().orElse(context.workingDirectory()).resolve(MARKETPLACE);
    if (!Files.isDirectory(folder)) {
      throw new CommandException(
          ExitCode.USAGE,
          folder + ": the example is not there; run the launcher 'watershed' of a whole checkout");
    }
    Path here = context.workingDirectory().toAbsolutePath().normalize();
    Path there = folder.toAbsolutePath().normalize();
    return there.startsWith(here) ? here.relativize(there) : there;
  }
}
