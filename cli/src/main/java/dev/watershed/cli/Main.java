package dev.watershed.cli;

import dev.watershed.cli.command.AdviseCommand;
import dev.watershed.cli.command.AnalyzeCommand;
import dev.watershed.cli.command.BaselineCommand;
import dev.watershed.cli.command.BundleCommand;
import dev.watershed.cli.command.CheckCommand;
import dev.watershed.cli.command.CollectCommand;
import dev.watershed.cli.command.CompletionCommand;
import dev.watershed.cli.command.DecisionsCommand;
import dev.watershed.cli.command.DemoCommand;
import dev.watershed.cli.command.DiffCommand;
import dev.watershed.cli.command.DigestCommand;
import dev.watershed.cli.command.DoctorCommand;
import dev.watershed.cli.command.ExplainCommand;
import dev.watershed.cli.command.ExportCommand;
import dev.watershed.cli.command.OwnersCommand;
import dev.watershed.cli.command.PlanCommand;
import dev.watershed.cli.command.QueryCommand;
import dev.watershed.cli.command.ReportCommand;
import dev.watershed.cli.command.SnapshotCommand;
import dev.watershed.cli.console.CommandContext;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The entry point of the {@code watershed} command. */
public final class Main {

  private static final int USAGE_WIDTH = 100;

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(CommandContext.ofProcess(), arguments));
  }

  /** Runs the command line and returns its exit code. */
  public static int run(CommandContext context, String... arguments) {
    return run(context, new CollectCommand(context), arguments);
  }

  /**
   * The same with another command that collects.
   *
   * @param collect a command of picocli
   */
  public static int run(CommandContext context, Callable<Integer> collect, String... arguments) {
    FailureHandler failures = new FailureHandler(context);
    CommandLine commandLine = commandLine(context, collect, failures);
    Optional<MetricsOption> metrics = MetricsOption.of(commandLine, List.of(arguments));
    if (metrics.isEmpty()) {
      return execute(context, commandLine, failures, arguments);
    }
    WatchedRun run = WatchedRun.begin(context, commandLine, metrics.get());
    return run.end(execute(context, commandLine, failures, arguments));
  }

  private static CommandLine commandLine(
      CommandContext context, Callable<Integer> collect, FailureHandler failures) {
    CommandLine commandLine =
        new CommandLine(new WatershedCommand())
            .addSubcommand("advise", new AdviseCommand(context))
            .addSubcommand("analyze", new AnalyzeCommand(context))
            .addSubcommand("baseline", new BaselineCommand(context))
            .addSubcommand("bundle", new BundleCommand(context))
            .addSubcommand("check", new CheckCommand(context))
            .addSubcommand("collect", collect)
            .addSubcommand("completion", new CompletionCommand(context))
            .addSubcommand("decisions", new DecisionsCommand(context))
            .addSubcommand("demo", new DemoCommand(context))
            .addSubcommand("diff", new DiffCommand(context))
            .addSubcommand("digest", new DigestCommand(context))
            .addSubcommand("doctor", new DoctorCommand(context))
            .addSubcommand("explain", new ExplainCommand(context))
            .addSubcommand("export", new ExportCommand(context))
            .addSubcommand("owners", new OwnersCommand(context))
            .addSubcommand("plan", new PlanCommand(context))
            .addSubcommand("query", new QueryCommand(context))
            .addSubcommand("report", new ReportCommand(context))
            .addSubcommand("snapshot", new SnapshotCommand(context))
            .addSubcommand("help", new CommandLine.HelpCommand());
    GeneralOptions.addTo(commandLine);
    return commandLine
        .setErr(new PrintWriter(context.error(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setUsageHelpWidth(USAGE_WIDTH)
        .setUsageHelpAutoWidth(false)
        .setParameterExceptionHandler(failures::parameters)
        .setExecutionExceptionHandler(failures::execution);
  }

  private static int execute(
      CommandContext context,
      CommandLine commandLine,
      FailureHandler failures,
      String... arguments) {
    try (PrintWriter output =
        new PrintWriter(new OutputStreamWriter(context.output(), StandardCharsets.UTF_8), false)) {
      commandLine.setOut(output);
      int code = commandLine.execute(arguments);
      output.flush();
      return code;
    } catch (Error e) {
      return failures.unexpected(e, List.of(arguments));
    }
  }
}
