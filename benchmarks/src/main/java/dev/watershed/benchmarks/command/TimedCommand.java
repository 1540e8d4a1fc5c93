package dev.watershed.benchmarks.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A command as a user runs it: a process of its own, in the folder of its configuration. */
public final class TimedCommand {

  private static final String GATE = "check";

  /** As the gate ends where a rule fails: it did its work. */
  private static final int GATE_FAILED = 1;

  private TimedCommand() {}

  /**
   * Runs one.
   *
   * @return how long it took, in seconds
   * @throws IOException if it does not do its work, with what it said
   */
  public static double seconds(Path folder, String launcher, String... command)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(launcher));
    all.addAll(Arrays.asList(command));
    all.addAll(List.of("-c", "watershed.yaml"));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    int exitCode = process.waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    boolean judged = command[0].equals(GATE) && exitCode == GATE_FAILED;
    if (exitCode != 0 && !judged) {
      throw new IOException(
          command[0]
              + " ended with "
              + exitCode
              + ": "
              + Files.readString(folder.resolve("errors.txt")));
    }
    return seconds;
  }
}
