package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.reports.json.CheckJson;
import dev.watershed.reports.text.CheckText;
import dev.watershed.rules.verdict.Verdict;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Judges what the store holds by the rules of the configuration. */
@Command(
    name = "check",
    description = {
      "Judge what the store holds by the rules of the configuration.",
      "Ends with 1 where a rule of severity error is violated, with 3 where something could not be"
          + " judged."
    },
    sortOptions = false)
public final class CheckCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  public CheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    StoreOptions.StoreSpan span = store.span(context.clock().instant());
    StoreReading stored = StoreReading.of(context, store.config());
    FleetReading reading = FleetReading.of(context, stored, span);
    Verdict verdict = stored.configuration().rules().judge(reading.facts());
    output.write(
        context,
        stream -> CheckJson.write(verdict, reading.span(), stream),
        text -> new CheckText(text).render(verdict, reading.span()));
    return ExitCode.strongest(
            reading.exitCode(),
            verdict.misconfigured().isEmpty() ? ExitCode.FINE : ExitCode.USAGE,
            verdict.fails() ? ExitCode.GATE_FAILED : ExitCode.FINE,
            verdict.tooLittle() ? ExitCode.NOT_ENOUGH_DATA : ExitCode.FINE)
        .code();
  }
}
