package dev.watershed.cli;

import dev.watershed.cli.console.CommandContext;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What a command finds around it in a test that runs a part of one. */
public final class Contexts {

  private Contexts() {}

  /** A folder; nothing to read, and nobody who reads. */
  public static CommandContext of(Path folder) {
    return of(folder, "", OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  /** A folder, and who reads the messages. */
  public static CommandContext of(Path folder, OutputStream errors) {
    return of(folder, "", OutputStream.nullOutputStream(), errors);
  }

  /** A folder, standard input, and who reads what is printed and said. */
  public static CommandContext of(
      Path folder, String input, OutputStream output, OutputStream errors) {
    return of(folder, input, output, errors, Map.of());
  }

  /** The same with variables of the environment. */
  public static CommandContext of(
      Path folder,
      String input,
      OutputStream output,
      OutputStream errors,
      Map<String, String> environment) {
    return new CommandContext(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        output,
        new PrintStream(errors, true, StandardCharsets.UTF_8),
        false,
        false,
        environment,
        folder,
        Optional.empty(),
        Clock.systemUTC());
  }
}
