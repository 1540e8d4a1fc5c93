package dev.watershed.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** The options of every command that reads slow logs. Empty is not given. */
final class InputOptions {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Configuration: services, and settings of the servers whose logs are read.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = {
        "Only statements that ended then or later: 2026-11-23T02:00:00Z, 2026-11-23, or a span"
            + " before now such as 2h or 7d."
      })
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only statements that ended before then.")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--long-query-time",
      paramLabel = "SECONDS",
      description = "The server's long_query_time while it wrote the log; the log does not tell.")
  private Optional<Double> longQueryTime = Optional.empty();

  @Option(
      names = "--sample-rate",
      paramLabel = "N",
      description = "Each event stands for N statements, where the log does not tell (MariaDB).")
  private Optional<Long> sampleRate = Optional.empty();

  @Option(
      names = "--sql-mode",
      paramLabel = "MODE",
      description = "The server's sql_mode, such as ANSI_QUOTES,NO_BACKSLASH_ESCAPES.")
  private Optional<String> sqlMode = Optional.empty();

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "The server's time zone, for logs with local times, such as Asia/Tokyo.")
  private Optional<String> timeZone = Optional.empty();

  @Option(
      names = "--samples",
      paramLabel = "redacted|raw",
      converter = SampleText.Converter.class,
      description = "Whether sample statements keep their literals. Default: redacted.")
  private Optional<SampleText> samples = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that read; the result is the same. Default: one per processor.")
  private Optional<Integer> threads = Optional.empty();

  /** No options but a configuration. */
  static InputOptions ofConfiguration(Optional<Path> file) {
    InputOptions options = new InputOptions();
    options.config = file;
    return options;
  }

  Optional<Path> config() {
    return config;
  }

  Optional<String> since() {
    return since;
  }

  Optional<String> until() {
    return until;
  }

  OptionalDouble longQueryTimeSeconds() {
    return longQueryTime.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  OptionalLong sampleRate() {
    return sampleRate.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  Optional<String> sqlMode() {
    return sqlMode;
  }

  Optional<String> timeZone() {
    return timeZone;
  }

  Optional<SampleText> samples() {
    return samples;
  }

  OptionalInt threads() {
    return threads.map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
