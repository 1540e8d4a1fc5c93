package dev.watershed.cli;

import dev.watershed.cli.console.CommandContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Runs commands in this process and keeps what the last one printed. */
public final class CommandRun {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private boolean terminal;
  private boolean closed;
  private Clock clock = CLOCK;
  private int exitCode;

  /** Commands that run in a folder, which is also the installation. */
  public CommandRun(Path folder) {
    this.folder = folder;
  }

  public CommandRun terminal(boolean looked) {
    terminal = looked;
    environment.clear();
    return this;
  }

  public CommandRun variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public CommandRun clock(Clock other) {
    clock = other;
    return this;
  }

  public CommandRun closedOutput() {
    closed = true;
    return this;
  }

  public void execute(String... arguments) {
    executeWithInput("", arguments);
  }

  public void executeWithInput(String input, String... arguments) {
    output.reset();
    errors.reset();
    exitCode =
        Main.run(
            new CommandContext(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                closed ? closedPipe() : output,
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                terminal,
                false,
                environment,
                folder,
                Optional.of(folder),
                clock),
            arguments);
  }

  public int exitCode() {
    return exitCode;
  }

  public String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  public String errors() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  private static OutputStream closedPipe() {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException("Broken pipe");
      }
    };
  }
}
