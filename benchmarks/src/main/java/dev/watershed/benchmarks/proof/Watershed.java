package dev.watershed.benchmarks.proof;

import dev.watershed.benchmarks.fleet.config.ConfigurationWriter;
import dev.watershed.benchmarks.fleet.server.FleetServer;
import dev.watershed.cli.Main;
import dev.watershed.cli.console.CommandContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs commands in a folder, with the passwords of the fleet. */
public final class Watershed {

  private static final String VERIFY_PASSWORD = "WATERSHED_VERIFY_PASSWORD";

  private final Path folder;

  /**
   * @param folder that of the configuration
   */
  public Watershed(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /**
   * Runs one.
   *
   * @throws IOException if it does not end with 0, with what it said
   */
  public void run(String... arguments) throws IOException {
    runEnding(0, arguments);
  }

  /**
   * Runs one that ends in another way.
   *
   * @param expected its exit code
   * @throws IOException if it ends with another code, with what it said
   */
  public void runEnding(int expected, String... arguments) throws IOException {
    runEnding(Set.of(expected), arguments);
  }

  /**
   * Runs one that may end in several ways.
   *
   * @param expected its exit codes
   * @throws IOException if it ends with another code, with what it said
   */
  public void runEnding(Set<Integer> expected, String... arguments) throws IOException {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    CommandContext context =
        new CommandContext(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            false,
            false,
            Map.of(
                ConfigurationWriter.PASSWORD_VARIABLE,
                FleetServer.PASSWORD,
                VERIFY_PASSWORD,
                FleetServer.PASSWORD),
            folder,
            Optional.empty(),
            Clock.systemUTC());
    int code = Main.run(context, arguments);
    if (!expected.contains(code)) {
      throw new IOException(
          arguments[0] + " ended with " + code + ": " + errors.toString(StandardCharsets.UTF_8));
    }
  }
}
