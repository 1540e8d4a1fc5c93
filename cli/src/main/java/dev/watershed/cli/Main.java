package dev.watershed.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the {@code watershed} command. */
@Command(
    name = "watershed",
    version = "watershed 0.1.0-SNAPSHOT",
    mixinStandardHelpOptions = true,
    description = "Analyzes the workload of MySQL and MariaDB fleets.")
public final class Main implements Runnable {

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
