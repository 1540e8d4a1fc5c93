package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.collector.bundle.BundleScript;
import dev.watershed.collector.bundle.ScriptOptions;
import dev.watershed.collector.server.sampling.Domains;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the script for servers that nobody may reach. */
@Command(
    name = "bundle",
    description = {
      "Print a script for servers to which nobody gives direct access: it needs a shell and the"
          + " client mysql or mariadb, and reads only. What it prints, collect --from reads.",
      "",
      "  watershed bundle --server booking-1 > bundle.sh",
      "  sh bundle.sh -h db1 -u watershed -p > booking-1.bundle",
      "  watershed collect -c watershed.yaml --from booking-1.bundle",
      ""
    },
    sortOptions = false)
public final class BundleCommand implements Callable<Integer> {

  private static final int MOST_SAMPLES = 10_000;

  private final CommandContext context;

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = "The server's name in the configuration. Default: the server's host name.")
  private Optional<String> server = Optional.empty();

  @Option(
      names = "--every",
      paramLabel = "SPAN",
      description = "Take a sample so often. Default: 60s.")
  private String every = "60s";

  @Option(
      names = "--for",
      paramLabel = "SPAN",
      description = "Take samples for so long. Default: 15m.")
  private String lasting = "15m";

  @Option(
      names = "--once",
      description = "Take one sample. It shows what ran since the bundle before.")
  private boolean once;

  @Option(
      names = "--catalog",
      paramLabel = "yes|no",
      description = "Whether to read tables, columns, indexes and so on. Default: yes.")
  private String catalog = "yes";

  @Option(
      names = "--bodies",
      description = {
        "Also read what may hold literals: the texts of views, triggers, routines and events,"
            + " defaults, bounds of partitions. They leave the host AS THEY ARE."
      })
  private boolean bodies;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the script there instead of to standard output.")
  private Optional<Path> out = Optional.empty();

  public BundleCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    String script = new BundleScript(Domains.all(), CollectedOutput.version()).text(options());
    ResultOutput.write(
        context, out, stream -> stream.write(script.getBytes(StandardCharsets.UTF_8)));
    return ExitCode.FINE.code();
  }

  private ScriptOptions options() throws CommandException {
    Duration pause = span("--every", every);
    long samples = once ? 1 : span("--for", lasting).dividedBy(pause) + 1;
    if (samples > MOST_SAMPLES) {
      throw new CommandException(
          ExitCode.USAGE, "--for: expected at most 10000 samples, found " + samples);
    }
    if (!catalog.equals("yes") && !catalog.equals("no")) {
      throw new CommandException(
          ExitCode.USAGE, "--catalog: expected yes or no, found '" + catalog + "'");
    }
    try {
      return new ScriptOptions(server, (int) samples, pause, catalog.equals("yes"), bodies);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
  }

  private static Duration span(String option, String text) throws CommandException {
    try {
      return TimeArgument.parseSpan(text);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, option + ": " + e.getMessage());
    }
  }
}
