package dev.watershed.spark;

import dev.watershed.cli.Main;
import dev.watershed.cli.console.CommandContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** A command that ended: what it printed, and how. */
public record CommandRun(int code, String output, String errors) {

  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

  /** A command on this machine. */
  public static CommandRun alone(Path folder, String... arguments) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code = Main.run(context(folder, output, errors), arguments);
    return of(code, output, errors);
  }

  /** A command on a cluster. */
  public static CommandRun onSpark(
      Path folder, Supplier<JavaSparkContext> cluster, String... arguments) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        SparkMain.run(
            context(folder, output, errors),
            cluster.get().hadoopConfiguration(),
            cluster,
            arguments);
    return of(code, output, errors);
  }

  private static CommandRun of(
      int code, ByteArrayOutputStream output, ByteArrayOutputStream errors) {
    return new CommandRun(
        code, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
  }

  private static CommandContext context(
      Path folder, ByteArrayOutputStream output, ByteArrayOutputStream errors) {
    return new CommandContext(
        new ByteArrayInputStream(new byte[0]),
        output,
        new PrintStream(errors, true, StandardCharsets.UTF_8),
        false,
        false,
        Map.of("WATERSHED_DEBUG", "1"),
        folder,
        Optional.empty(),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
