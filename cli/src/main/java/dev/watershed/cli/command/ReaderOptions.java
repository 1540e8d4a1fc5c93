package dev.watershed.cli.command;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.sql.SqlMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How the reader is to work: an option wins over the configuration, and that over the defaults. */
final class ReaderOptions {

  private final InputOptions options;
  private final Configuration configuration;
  private final ServerSettings server;
  private final Instant now;

  ReaderOptions(
      InputOptions options, Configuration configuration, ServerSettings server, Instant now) {
    this.options = options;
    this.configuration = configuration;
    this.server = server;
    this.now = now;
  }

  SlowLogOptions combined() throws CommandException {
    SlowLogOptions defaults = SlowLogOptions.standard();
    ServiceMapping services = configuration.services();
    Optional<ZoneId> timeZone = timeZone();
    return new SlowLogOptions(
        sqlMode().orElse(defaults.sqlMode()),
        timeZone,
        sampleRate(),
        longQueryTime(),
        moment("--since", options.since(), timeZone),
        moment("--until", options.until(), timeZone),
        options
            .samples()
            .map(sample -> sample == SampleText.RAW)
            .orElse(configuration.rawSamples()),
        services.configured() ? services.tagKeys() : List.of(),
        services.ipv4NetworkBits(defaults.ipv4NetworkBits()),
        threads().orElse(defaults.threads()),
        defaults.bounds());
  }

  private OptionalDouble longQueryTime() throws CommandException {
    OptionalDouble given = options.longQueryTimeSeconds();
    if (given.isPresent() && !(given.getAsDouble() >= 0 && given.getAsDouble() < 1e9)) {
      throw wrong("--long-query-time", "expected seconds, 0 or more");
    }
    return given.isPresent() ? given : server.longQueryTimeSeconds();
  }

  private OptionalLong sampleRate() throws CommandException {
    OptionalLong given = options.sampleRate();
    if (given.isPresent() && given.getAsLong() < 1) {
      throw wrong("--sample-rate", "expected a whole number, 1 or more");
    }
    return given.isPresent() ? given : server.sampleRate();
  }

  private Optional<Integer> threads() throws CommandException {
    if (options.threads().isEmpty()) {
      return Optional.empty();
    }
    int threads = options.threads().getAsInt();
    if (threads < 1 || threads > 1_024) {
      throw wrong("--threads", "expected a whole number, 1 to 1,024");
    }
    return Optional.of(threads);
  }

  private Optional<SqlMode> sqlMode() throws CommandException {
    if (options.sqlMode().isEmpty()) {
      return server.sqlMode();
    }
    try {
      return Optional.of(SqlMode.parse(options.sqlMode().get()));
    } catch (IllegalArgumentException e) {
      throw wrong("--sql-mode", e.getMessage());
    }
  }

  private Optional<ZoneId> timeZone() throws CommandException {
    if (options.timeZone().isEmpty()) {
      return server.timeZone();
    }
    try {
      return Optional.of(ZoneId.of(options.timeZone().get()));
    } catch (java.time.DateTimeException e) {
      throw wrong(
          "--time-zone",
          "'" + options.timeZone().get() + "' is no time zone; expected Asia/Tokyo or +09:00");
    }
  }

  private Optional<Instant> moment(String option, Optional<String> text, Optional<ZoneId> zone)
      throws CommandException {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(TimeArgument.parse(text.get(), now, zone.orElse(ZoneOffset.UTC)));
    } catch (IllegalArgumentException e) {
      throw wrong(option, e.getMessage());
    }
  }

  private static CommandException wrong(String option, String message) {
    return new CommandException(ExitCode.USAGE, option + ": " + message);
  }
}
