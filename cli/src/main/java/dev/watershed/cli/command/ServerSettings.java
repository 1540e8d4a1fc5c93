package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.input.LogInput;
import dev.watershed.sql.SqlMode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the configuration says about the server whose logs are read: the one whose {@code slowLog}
 * is among the inputs, or the only one.
 *
 * @param longQueryTimeSeconds the threshold of its log
 * @param sampleRate how many executions an event stands for
 * @param timeZone the zone of its local times
 * @param sqlMode its {@code sql_mode}
 */
record ServerSettings(
    OptionalDouble longQueryTimeSeconds,
    OptionalLong sampleRate,
    Optional<ZoneId> timeZone,
    Optional<SqlMode> sqlMode) {

  private static final ServerSettings NONE =
      new ServerSettings(
          OptionalDouble.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());

  /**
   * The settings for these inputs.
   *
   * @throws CommandException if the inputs belong to servers with different settings
   */
  static ServerSettings of(Configuration configuration, List<LogInput> inputs)
      throws CommandException {
    List<ServerConfiguration> servers =
        configuration.servers().stream()
            .filter(server -> isAmong(server, configuration.folder(), inputs))
            .toList();
    if (servers.isEmpty() && configuration.servers().size() == 1) {
      servers = configuration.servers();
    }
    List<ServerSettings> settings = servers.stream().map(ServerSettings::of).distinct().toList();
    if (settings.size() > 1) {
      throw new CommandException(
          ExitCode.USAGE,
          "the logs are of servers with different settings ("
              + String.join(", ", servers.stream().map(ServerConfiguration::name).toList())
              + "); digest one server's logs at a time");
    }
    return settings.isEmpty() ? NONE : settings.get(0);
  }

  /** The settings of one server. */
  static ServerSettings of(ServerConfiguration server) {
    return new ServerSettings(
        server.longQueryTimeSeconds(), server.sampleRate(), server.timeZone(), server.sqlMode());
  }

  /**
   * @param folder where the paths of the configuration begin
   */
  private static boolean isAmong(ServerConfiguration server, Path folder, List<LogInput> inputs) {
    return server.slowLog().map(folder::resolve).map(ServerSettings::normal).stream()
        .anyMatch(
            log ->
                inputs.stream()
                    .flatMap(input -> input.path().stream())
                    .anyMatch(path -> normal(path).equals(log)));
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
