package dev.watershed.cli.command;

import dev.watershed.analyzer.consolidation.distance.TargetArchitecture;
import dev.watershed.analyzer.consolidation.distance.TargetMoves;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.MoveProblem;
import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.plan.Sequence;
import dev.watershed.analyzer.consolidation.proposal.ProposalInput;
import dev.watershed.analyzer.consolidation.proposal.Proposals;
import dev.watershed.analyzer.consolidation.whatif.WhatIf;
import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.neighbour.NeighbourInput;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.MovesReader;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.Nearest;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.json.PlanJson;
import dev.watershed.reports.json.TargetJson;
import dev.watershed.reports.json.WhatIfJson;
import dev.watershed.reports.text.MovesYaml;
import dev.watershed.reports.text.PlanText;
import dev.watershed.reports.text.TargetText;
import dev.watershed.reports.text.TextOptions;
import dev.watershed.reports.text.WhatIfText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proposes what to merge, move and retire, and judges a person's own moves. */
@Command(
    name = "plan",
    description = "Propose what to merge, move and retire, or judge moves of your own.",
    sortOptions = false)
public final class PlanCommand implements Callable<Integer> {

  private static final int USUAL_LIMIT = 10;

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private SnapshotOptions snapshot = new SnapshotOptions();

  @Mixin private CouplingOptions coupling = new CouplingOptions();

  @Option(
      names = "--what-if",
      paramLabel = "MOVES",
      description = "Judge the moves of this file (watershed.moves/1) instead of proposing any.")
  private Optional<Path> whatIf = Optional.empty();

  @Mixin private TargetOption target = new TargetOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "The most steps; of a move, the most tables, statements and obstacles; 0 for all."
              + " Default: 10.")
  private int limit = USUAL_LIMIT;

  @Option(
      names = "--format",
      paramLabel = "text|json|moves",
      converter = PlanFormat.Converter.class,
      description = "moves is what --what-if reads. Default: text.")
  private Optional<PlanFormat> format = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the result there instead of to standard output.")
  private Optional<Path> out = Optional.empty();

  @Mixin private LayoutOptions layout = new LayoutOptions();

  public PlanCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    LimitArgument.check(limit);
    if (target.given() && whatIf.isPresent()) {
      throw new CommandException(ExitCode.USAGE, "--target and --what-if do not go together");
    }
    if (snapshot.given() && whatIf.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--snapshot: a plan and the way to a target rest on time series, which no snapshot holds;"
              + " expected --what-if MOVES with it, or the store");
    }
    Configuration configuration = snapshot.configuration(context, store.config());
    Optional<TargetArchitecture> wanted = target.read(context, configuration);
    if (wanted.isPresent()) {
      return distance(configuration, wanted.get());
    }
    Optional<List<Move>> moves =
        whatIf.isPresent() ? Optional.of(moves(whatIf.get())) : Optional.empty();
    StoreOptions.StoreSpan span = store.span(context.clock().instant(), snapshot);
    CouplingOptions.Found found =
        moves.isPresent()
            ? coupling.owned(context, configuration, span, FleetUseReading.BOUNDS)
            : coupling.find(context, configuration, span, FleetUseReading.BOUNDS);
    WhatIfInput input =
        new WhatIfInput(
            found.facts(),
            found.catalogs(),
            Teams.of(found.owners().services()),
            FleetUseReading.capacity(configuration, found.data()));
    ResultOutput.write(
        context,
        out,
        moves.isPresent()
            ? judged(input, configuration, moves.get())
            : planned(input, found.data(), FleetUseReading.times(configuration)));
    return found.exitCode().code();
  }

  private int distance(Configuration configuration, TargetArchitecture wanted)
      throws CommandException, OutputClosedException {
    TargetReading reading =
        TargetReading.of(
            context, configuration, coupling, store.span(context.clock().instant()), wanted);
    ResultOutput.Result result =
        switch (format.orElse(PlanFormat.TEXT)) {
          case JSON -> stream -> TargetJson.write(reading.progress(), stream);
          case MOVES ->
              text(MovesYaml.render(TargetMoves.of(reading.facts().input(), reading.placement())));
          case TEXT -> text(new TargetText(options(), limit).render(reading.progress()));
        };
    ResultOutput.write(context, out, result);
    return reading.exitCode().code();
  }

  private ResultOutput.Result judged(
      WhatIfInput input, Configuration configuration, List<Move> moves) throws CommandException {
    WhatIf judged = WhatIf.of(input, moves);
    if (!judged.problems().isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          judged.problems().stream().map(this::words).collect(Collectors.joining("\n")));
    }
    return switch (format.orElse(PlanFormat.TEXT)) {
      case JSON ->
          stream ->
              WhatIfJson.write(
                  judged, input.facts().input(), SnapshotOptions.stamp(configuration), stream);
      case MOVES -> text(MovesYaml.render(moves));
      case TEXT ->
          text(
              SnapshotOptions.stamped(
                  context,
                  configuration,
                  new WhatIfText(options(), limit).render(judged, input.facts().input())));
    };
  }

  private ResultOutput.Result planned(
      WhatIfInput input, List<CoupledData> data, NeighbourInput times) {
    ProposalInput given = ProposalInput.of(input, data, times);
    Plan plan = Sequence.of(given, Proposals.of(given));
    return switch (format.orElse(PlanFormat.TEXT)) {
      case JSON -> stream -> PlanJson.write(plan, input.facts().input(), stream);
      case MOVES ->
          text(
              MovesYaml.render(
                  plan.steps().stream()
                      .flatMap(step -> step.proposal().moves().stream())
                      .toList()));
      case TEXT -> text(new PlanText(options(), limit).render(plan));
    };
  }

  private TextOptions options() {
    return layout.text(context, out.isPresent());
  }

  private static ResultOutput.Result text(String text) {
    return stream -> stream.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Move> moves(Path file) throws CommandException {
    try {
      return MovesReader.read(file.toString(), context.workingDirectory().resolve(file));
    } catch (ConfigurationException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
  }

  private String words(MoveProblem problem) {
    return whatIf.orElseThrow()
        + ": move "
        + (problem.move() + 1)
        + ": "
        + problem.message()
        + Nearest.to(problem.name(), problem.known())
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
  }
}
