package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.rules.gate.GateResult;
import java.util.Optional;
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

  @Mixin private CheckOutput output = new CheckOutput();

  public CheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    StoreOptions.StoreSpan span = store.span(context.clock().instant());
    StoreReading stored = StoreReading.of(context, store.config());
    FleetReading reading = FleetReading.of(context, stored, span);
    GateResult result =
        GateResult.of(stored.configuration().rules().judge(reading.facts()), Optional.empty());
    output.write(context, store.config(), result, reading.span());
    return ExitCode.strongest(
            reading.exitCode(),
            result.misconfigured().isEmpty() ? ExitCode.FINE : ExitCode.USAGE,
            result.fails() ? ExitCode.GATE_FAILED : ExitCode.FINE,
            result.tooLittle() ? ExitCode.NOT_ENOUGH_DATA : ExitCode.FINE)
        .code();
  }
}
