package dev.watershed.cli.command;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.ownership.Claims;
import dev.watershed.analyzer.ownership.OwnsDraft;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.OwnsReading;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.reports.json.OwnersJson;
import dev.watershed.reports.text.OwnersText;
import dev.watershed.reports.text.OwnsYaml;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says who owns which table. */
@Command(
    name = "owners",
    description = "Say who owns which table, how sure that is, and where practice disagrees.",
    sortOptions = false)
public final class OwnersCommand implements Callable<Integer> {

  private static final int USUAL_LIMIT = 20;

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private SnapshotOptions snapshot = new SnapshotOptions();

  @Mixin private CouplingOptions coupling = new CouplingOptions();

  @Option(
      names = "--propose",
      description = "Draft what to write under owns for tables without a declared owner, as YAML.")
  private boolean propose;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most lines of each part; 0 for all. Default: 20.")
  private int limit = USUAL_LIMIT;

  @Mixin private OutputOptions output = new OutputOptions();

  public OwnersCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    LimitArgument.check(limit);
    Configuration configuration = snapshot.configuration(context, store.config());
    CouplingOptions.Found found =
        coupling.find(context, configuration, store.span(context.clock().instant(), snapshot));
    CouplingFacts facts = found.facts();
    OwnsDraft draft = OwnsDraft.of(facts.input(), facts.ownership());
    String yaml =
        OwnsYaml.render(
            draft, facts.input(), facts.ownership(), configuration.services().configured());
    check(found, draft, yaml);
    output.write(
        context,
        stream -> OwnersJson.write(facts, draft, SnapshotOptions.stamp(configuration), stream),
        text ->
            propose
                ? commented(configuration, yaml)
                : SnapshotOptions.stamped(
                    context, configuration, new OwnersText(text, limit).render(facts)));
    return found.exitCode().code();
  }

  private String commented(Configuration configuration, String yaml) {
    return SnapshotOptions.stamp(configuration)
            .map(stamp -> "# " + stamp.line(context.clock().instant()) + "\n")
            .orElse("")
        + yaml;
  }

  /** Reads the draft back: the tables meant have to get their owners, and no others. */
  private void check(CouplingOptions.Found found, OwnsDraft draft, String yaml) {
    CouplingFacts facts = found.facts();
    List<String> wrong =
        draft.wrongWith(
            facts.input(),
            facts.ownership(),
            found.owners().claims(),
            Claims.of(OwnsReading.read(yaml)).owns(),
            coupling.level());
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "the draft of owns does not say what it means for " + String.join(", ", wrong));
    }
  }
}
