package dev.watershed.benchmarks.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The most resident memory that a process ever had, as the system says it once the process has
 * ended ({@code ru_maxrss} of {@code wait4}, by GNU time): no moment is missed, not even the last.
 *
 * @param report the file that GNU time writes
 */
public record ResidentPeak(Path report) {

  private static final String TIME = "/usr/bin/time";

  /**
   * The command to run in place of another one.
   *
   * @throws IOException if this machine has no GNU time
   */
  public List<String> measuring(List<String> command) throws IOException {
    if (!Files.isExecutable(Path.of(TIME))) {
      throw new IOException("no " + TIME + ": install GNU time");
    }
    List<String> all =
        new ArrayList<>(List.of(TIME, "-f", "%M", "-o", report.toAbsolutePath().toString()));
    all.addAll(command);
    return all;
  }

  /**
   * In KiB, after the end of the process.
   *
   * @throws IOException if nothing was measured
   */
  public long kibibytes() throws IOException {
    List<String> lines = Files.readAllLines(report);
    try {
      return Long.parseLong(lines.get(lines.size() - 1));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IOException("no figure in " + report + ": " + lines, e);
    }
  }
}
