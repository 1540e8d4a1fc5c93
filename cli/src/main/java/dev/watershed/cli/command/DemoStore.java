package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A copy of the example, collected: the example itself stays as it is. */
final class DemoStore implements AutoCloseable {

  private final CommandContext context;
  private final Path folder;

  private DemoStore(CommandContext context, Path folder) {
    this.context = context;
    this.folder = folder;
  }

  /**
   * Copies the example to a folder of its own and collects it.
   *
   * @param example relative to where commands run
   */
  static DemoStore of(CommandContext context, Path example) throws CommandException {
    try {
      DemoStore store = new DemoStore(context, Files.createTempDirectory("watershed-demo"));
      boolean collected = false;
      try {
        store.copy(context.workingDirectory().resolve(example));
        store.collect();
        collected = true;
        return store;
      } finally {
        if (!collected) {
          store.close();
        }
      }
    } catch (IOException failed) {
      throw new CommandException(
          ExitCode.USAGE, example + ": the example cannot be copied: " + failed.getMessage());
    }
  }

  private void copy(Path example) throws IOException {
    try (Stream<Path> files = Files.list(example)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private void collect() throws CommandException {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    run(new CollectCommand(within(messages)), messages, "-c", "watershed.yaml", "--log-ended");
  }

  /** Writes the report. */
  void report(Path page) throws CommandException {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    run(
        new ReportCommand(within(messages)),
        messages,
        "-c",
        "watershed.yaml",
        "--out",
        page.toString());
  }

  /** Runs a command, whose failures are those of this one. */
  private static void run(
      Callable<Integer> command, ByteArrayOutputStream messages, String... arguments)
      throws CommandException {
    List<Exception> failures = new ArrayList<>();
    int exitCode =
        new CommandLine(command)
            .setExecutionExceptionHandler(
                (failure, line, result) -> {
                  failures.add(failure);
                  return ExitCode.BUG.code();
                })
            .execute(arguments);
    if (!failures.isEmpty()) {
      if (failures.get(0) instanceof CommandException expected) {
        throw expected;
      }
      throw new IllegalStateException(failures.get(0));
    }
    require(exitCode, messages);
  }

  private CommandContext within(ByteArrayOutputStream messages) {
    return context.within(
        folder,
        OutputStream.nullOutputStream(),
        new PrintStream(messages, true, StandardCharsets.UTF_8));
  }

  private static void require(int exitCode, ByteArrayOutputStream messages)
      throws CommandException {
    if (exitCode != ExitCode.FINE.code()) {
      throw new CommandException(
          ExitCode.USAGE,
          "the example cannot be analysed: "
              + messages.toString(StandardCharsets.UTF_8).replace("watershed: ", "").strip());
    }
  }

  @Override
  public void close() throws CommandException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new CommandException(
          ExitCode.USAGE, folder + " cannot be deleted: " + failed.getMessage());
    }
  }
}
