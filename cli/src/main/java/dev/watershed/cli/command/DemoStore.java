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
import java.util.Comparator;
import java.util.List;
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
      try (Stream<Path> files = Files.list(context.workingDirectory().resolve(example))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, store.folder.resolve(file.getFileName()));
        }
      }
      store.collect();
      return store;
    } catch (IOException failed) {
      throw new CommandException(
          ExitCode.USAGE, example + ": the example cannot be copied: " + failed.getMessage());
    }
  }

  private void collect() throws CommandException {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int exitCode =
        new CommandLine(new CollectCommand(within(messages)))
            .execute("-c", "watershed.yaml", "--log-ended");
    require(exitCode, messages);
  }

  /** Writes the report. */
  void report(Path page) throws CommandException {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int exitCode =
        new CommandLine(new ReportCommand(within(messages)))
            .execute("-c", "watershed.yaml", "--out", page.toString());
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
