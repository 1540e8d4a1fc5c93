package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.ProgressLine;
import dev.watershed.collector.input.InputException;
import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.input.LogInputs;
import dev.watershed.collector.slowlog.FailedInput;
import dev.watershed.collector.slowlog.SlowLogCollector;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.collector.slowlog.SlowLogResult;
import dev.watershed.reports.FailedSource;
import dev.watershed.reports.ReportContext;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads slow logs as the options and the configuration say. */
final class LogReading {

  /**
   * What was read.
   *
   * @param workload what the logs showed
   * @param configuration what mapped it
   * @param failed the inputs that could not be read, or not to their end
   * @param elapsed how long it took
   * @param exitCode how the command ends if nothing else happens
   */
  record Reading(
      Workload workload,
      Configuration configuration,
      List<FailedInput> failed,
      Duration elapsed,
      ExitCode exitCode) {

    /** What a report says about the inputs. */
    ReportContext context(List<String> arguments) {
      return new ReportContext(
          arguments,
          Optional.of(elapsed),
          failed.stream().map(input -> new FailedSource(input.name(), input.message())).toList());
    }
  }

  private final CommandContext context;
  private final InputOptions options;

  LogReading(CommandContext context, InputOptions options) {
    this.context = context;
    this.options = options;
  }

  /**
   * Reads logs. Inputs that failed are named on standard error.
   *
   * @throws CommandException if an option or the configuration is wrong, or no input can be read
   */
  Reading read(List<String> arguments) throws CommandException {
    Instant start = context.clock().instant();
    Configuration configuration = configuration();
    List<LogInput> inputs = inputs(arguments);
    ServerSettings server = ServerSettings.of(configuration, inputs);
    SlowLogOptions reading = new ReaderOptions(options, configuration, server, start).combined();
    SlowLogResult result;
    try (ProgressLine progress = new ProgressLine(context)) {
      result = new SlowLogCollector(reading).collect(inputs, context.input(), progress::read);
    }
    ExitCode failures = failures(inputs.size(), result.failed());
    ExitCode data = data(result, inputs.size());
    Duration elapsed = Duration.between(start, context.clock().instant());
    return new Reading(
        result.workload(),
        configuration,
        result.failed(),
        elapsed,
        ExitCode.strongest(failures, data));
  }

  private Configuration configuration() throws CommandException {
    return options.config().isEmpty()
        ? Configuration.none()
        : ConfigurationFile.read(context, options.config().get());
  }

  private List<LogInput> inputs(List<String> arguments) throws CommandException {
    try {
      return LogInputs.resolve(arguments, context.workingDirectory());
    } catch (InputException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
  }

  private ExitCode failures(int inputs, List<FailedInput> failed) throws CommandException {
    boolean nothing = failed.size() == inputs && failed.stream().noneMatch(FailedInput::partlyRead);
    List<String> messages = failed.stream().map(FailedInput::message).toList();
    if (nothing && !failed.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, String.join("\n", messages));
    }
    messages.forEach(context::say);
    return failed.isEmpty() ? ExitCode.FINE : ExitCode.PARTLY_DONE;
  }

  private ExitCode data(SlowLogResult result, int inputs) {
    if (result.workload().statements().size() > 0) {
      return ExitCode.FINE;
    }
    long bytes = result.workload().sources().stream().mapToLong(SourceFile::bytes).sum();
    boolean span = options.since().isPresent() || options.until().isPresent();
    String logs = inputs == 1 ? "the log" : "the logs";
    if (bytes == 0) {
      context.say("nothing in " + logs + "; is slow_query_log on, and is log_output FILE?");
    } else {
      context.say("no statement in " + logs + (span ? " in the span asked for" : ""));
    }
    return ExitCode.NOT_ENOUGH_DATA;
  }
}
