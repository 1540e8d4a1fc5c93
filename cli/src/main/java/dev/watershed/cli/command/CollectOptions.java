package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code collect}. */
final class CollectOptions {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      required = true,
      description = "Configuration: the servers, their slow logs, and where the store is.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--once",
      description = "Read what is there and end. That is what happens without --every, too.")
  private boolean once;

  @Option(
      names = "--every",
      paramLabel = "SPAN",
      description = "Look again and again, such as every 60s, until the process is told to end.")
  private Optional<String> every = Optional.empty();

  @Option(
      names = "--for",
      paramLabel = "SPAN",
      description = "With --every: end after such a time, such as 1h.")
  private Optional<String> lasting = Optional.empty();

  @Option(
      names = "--log-ended",
      description = {
        "Nothing is written to the logs any more: take the last statement of each, too, which"
            + " otherwise waits for the next one to begin."
      })
  private boolean logEnded;

  @Option(
      names = "--compact",
      description = "Merge old windows into hours and days at the end, and delete what is too old.")
  private boolean compact;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Format.WithoutHtml.class,
      description = "Default: text.")
  private Optional<Format> format = Optional.empty();

  Format format() {
    return format.orElse(Format.TEXT);
  }

  Path config() {
    return config.orElseThrow();
  }

  boolean logEnded() {
    return logEnded;
  }

  boolean compact() {
    return compact;
  }

  /** How long from look to look; empty for a single one. */
  Optional<Duration> every() throws CommandException {
    Optional<Duration> pause = span("--every", every);
    if (once && pause.isPresent()) {
      throw new CommandException(ExitCode.USAGE, "--once and --every exclude each other");
    }
    return pause;
  }

  /** How long to go on. */
  Optional<Duration> lasting() throws CommandException {
    Optional<Duration> duration = span("--for", lasting);
    if (duration.isPresent() && every.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "--for: expected --every with it");
    }
    return duration;
  }

  private static Optional<Duration> span(String option, Optional<String> text)
      throws CommandException {
    try {
      return text.map(TimeArgument::parseSpan);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, option + ": " + e.getMessage());
    }
  }
}
