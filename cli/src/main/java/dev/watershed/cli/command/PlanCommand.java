package dev.watershed.cli.command;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.MoveProblem;
import dev.watershed.analyzer.consolidation.whatif.WhatIf;
import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.service.Service;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.MovesReader;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.Nearest;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.reports.json.WhatIfJson;
import dev.watershed.reports.text.WhatIfText;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what moves of tables, services and schemas would change. */
@Command(
    name = "plan",
    description = "Say what would change if tables, services or schemas were moved or merged.",
    sortOptions = false)
public final class PlanCommand implements Callable<Integer> {

  private static final int USUAL_LIMIT = 5;

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private CouplingOptions coupling = new CouplingOptions();

  @Option(
      names = "--what-if",
      paramLabel = "MOVES",
      required = true,
      description = "Judge the moves of this file (watershed.moves/1).")
  private Path whatIf;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most tables, statements and obstacles of a move; 0 for all. Default: 5.")
  private int limit = USUAL_LIMIT;

  @Mixin private OutputOptions output = new OutputOptions();

  public PlanCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    if (limit < 0) {
      throw new CommandException(ExitCode.USAGE, "--limit: expected 0 (for all) or more");
    }
    Configuration configuration = ConfigurationFile.read(context, store.config());
    List<Move> moves = moves();
    CouplingOptions.Found found =
        coupling.find(context, configuration, store.span(context.clock().instant()));
    WhatIf judged =
        WhatIf.of(new WhatIfInput(found.facts(), found.catalogs(), teams(configuration)), moves);
    if (!judged.problems().isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          judged.problems().stream().map(this::words).collect(Collectors.joining("\n")));
    }
    output.write(
        context,
        stream -> WhatIfJson.write(judged, found.facts().input(), stream),
        text -> new WhatIfText(text, limit).render(judged, found.facts().input()));
    return found.exitCode().code();
  }

  private List<Move> moves() throws CommandException {
    try {
      return MovesReader.read(whatIf.toString(), context.workingDirectory().resolve(whatIf));
    } catch (ConfigurationException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
  }

  private String words(MoveProblem problem) {
    return whatIf
        + ": move "
        + (problem.move() + 1)
        + ": "
        + problem.message()
        + Nearest.to(problem.name(), problem.known())
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
  }

  private static SortedMap<String, String> teams(Configuration configuration) {
    SortedMap<String, String> teams = new TreeMap<>();
    for (Service service : configuration.services().services()) {
      service.team().ifPresent(team -> teams.put(service.name(), team));
    }
    return teams;
  }
}
