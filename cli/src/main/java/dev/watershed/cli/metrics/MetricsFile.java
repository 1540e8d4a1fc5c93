package dev.watershed.cli.metrics;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file that the metrics of a batch are in, such as one that node_exporter looks for. */
public final class MetricsFile {

  private MetricsFile() {}

  /**
   * Writes the metrics of a run, beside those of other commands that are there. The file is there
   * whole at every moment, under its old content or its new one; of commands that end at the same
   * time, one waits for the other.
   *
   * @param file relative to the working directory
   * @throws CommandException if it cannot be written, or what is there is not ours; it then stays
   */
  public static void add(CommandContext context, Path file, RunOutcome run)
      throws CommandException {
    Path path = context.workingDirectory().resolve(file);
    try (MetricsLock locked = MetricsLock.of(context, path)) {
      List<MetricFamily> before = read(locked.file(), file);
      byte[] text = MetricsText.of(RunMetrics.after(before, run)).getBytes(StandardCharsets.UTF_8);
      ResultOutput.write(context, Optional.of(file), stream -> stream.write(text));
    } catch (OutputClosedException e) {
      throw new IllegalStateException("a file is no standard output", e);
    } catch (IOException e) {
      throw new CommandException(ExitCode.USAGE, file + ": its lock: " + e.getMessage());
    }
  }

  private static List<MetricFamily> read(Path path, Path named) throws CommandException {
    try {
      return MetricsText.parse(Files.readString(path));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | BadMetricsException e) {
      throw new CommandException(
          ExitCode.USAGE,
          named + ": cannot be read as metrics: " + e.getMessage() + "; it stays as it is");
    }
  }
}
