package dev.watershed.cli;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.Nearest;
import dev.watershed.cli.console.OutputClosedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into a message and an exit code, in this one place. */
final class FailureHandler {

  private final CommandContext context;

  FailureHandler(CommandContext context) {
    this.context = context;
  }

  /** A command line that cannot be understood. */
  int parameters(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    context.say(message(failure, command));
    context.say("see '" + command.getCommandSpec().qualifiedName() + " --help'");
    return ExitCode.USAGE.code();
  }

  /** A command that failed. */
  int execution(Exception failure, CommandLine command, ParseResult result) {
    if (failure instanceof OutputClosedException) {
      return ExitCode.FINE.code();
    }
    if (failure instanceof CommandException expected) {
      context.say(expected.getMessage());
      return expected.exitCode().code();
    }
    return unexpected(failure, result.originalArgs());
  }

  /**
   * What no command expects, on whatever thread it happened: no memory, a library that does not
   * load, a file that somebody cuts while it is mapped.
   */
  int unexpected(Throwable failure, List<String> arguments) {
    Optional<String> memory = memory(failure);
    if (memory.isPresent()) {
      context.say(memory.get());
      return ExitCode.BUG.code();
    }
    Optional<String> library =
        LibraryFailure.message(failure, System.getProperty("java.io.tmpdir"));
    if (library.isPresent()) {
      context.say(library.get());
      return ExitCode.USAGE.code();
    }
    boolean debug =
        context.variable("WATERSHED_DEBUG").filter(value -> !value.equals("0")).isPresent()
            || arguments.contains(GeneralOptions.DEBUG);
    context.say("this is a bug: " + failure);
    if (debug) {
      failure.printStackTrace(context.error());
    } else {
      context.say("the same with " + GeneralOptions.DEBUG + " or WATERSHED_DEBUG=1 shows where");
    }
    return ExitCode.BUG.code();
  }

  private static Optional<String> memory(Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause)
        .filter(each -> each instanceof OutOfMemoryError || each instanceof StackOverflowError)
        .findFirst()
        .map(
            each ->
                "out of memory: "
                    + each
                    + "; WATERSHED_JAVA_OPTIONS="
                    + (each instanceof OutOfMemoryError ? "-Xmx4g" : "-Xss16m")
                    + " gives more");
  }

  private static String message(ParameterException failure, CommandLine command) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().get(0), command);
    }
    return String.valueOf(failure.getMessage());
  }

  private static String unknown(String argument, CommandLine command) {
    boolean option = argument.startsWith("-") && argument.length() > 1;
    String word = option ? argument.replaceFirst("=.*", "") : argument;
    List<String> known = option ? options(command) : List.copyOf(command.getSubcommands().keySet());
    if (!option && known.isEmpty()) {
      return "unexpected argument '" + argument + "'";
    }
    Optional<String> nearest = Nearest.to(word, known);
    return "unknown "
        + (option ? "option" : "command")
        + " '"
        + word
        + "'; "
        + nearest
            .map(name -> "did you mean " + name + "?")
            .orElse("expected one of " + String.join(", ", known));
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .flatMap(option -> Arrays.stream(option.names()))
        .filter(name -> name.startsWith("--"))
        .sorted()
        .toList();
  }
}
