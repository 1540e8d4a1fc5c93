package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.reports.SnapshotStamp;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.snapshot.SnapshotFile;
import dev.watershed.workload.store.snapshot.SnapshotHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The options of commands for which a snapshot may stand in for the store. Empty is not given. */
final class SnapshotOptions {

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description = "Read this snapshot instead of the store of the configuration.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--max-age",
      paramLabel = "SPAN",
      description = "End with 3 where the snapshot was made longer ago, such as 72h. Default: any.")
  private Optional<String> maxAge = Optional.empty();

  /** Whether a snapshot is to be read. */
  boolean given() {
    return file.isPresent();
  }

  /**
   * The configuration, with the snapshot in the place of its store if one was given. What does not
   * fit together is said on standard error.
   *
   * @param config the file of the configuration
   * @throws StaleSnapshotException if the snapshot is older than asked for
   * @throws CommandException if the snapshot cannot be read, or is of other servers
   */
  Configuration configuration(CommandContext context, Path config) throws CommandException {
    Configuration configuration = configurationOfAnyAge(context, config);
    Optional<StaleSnapshotException> stale = stale(context, configuration);
    if (stale.isPresent()) {
      throw stale.get();
    }
    return configuration;
  }

  /** The same, however old the snapshot is. */
  Configuration configurationOfAnyAge(CommandContext context, Path config) throws CommandException {
    Configuration configured = ConfigurationFile.read(context, config);
    if (file.isEmpty()) {
      if (maxAge.isPresent()) {
        throw new CommandException(ExitCode.USAGE, "--max-age: expected --snapshot FILE with it");
      }
      return configured;
    }
    SnapshotFile snapshot = read(context.workingDirectory().resolve(file.get()), file.get());
    checkServers(context, configured, snapshot.header(), config);
    sayUnknownServices(context, configured, snapshot.header());
    return configured.withSnapshot(snapshot);
  }

  /** Says that the snapshot of a configuration is older than asked for. */
  Optional<StaleSnapshotException> stale(CommandContext context, Configuration configuration)
      throws CommandException {
    if (maxAge.isEmpty() || configuration.snapshot().isEmpty()) {
      return Optional.empty();
    }
    Duration most = span(maxAge.get());
    Instant now = context.clock().instant();
    SnapshotHeader header = configuration.snapshot().get().header();
    if (!header.madeAt().isBefore(now.minus(most))) {
      return Optional.empty();
    }
    return Optional.of(
        new StaleSnapshotException(
            file.orElseThrow()
                + ": "
                + stamp(header).line(now)
                + ", older than --max-age "
                + maxAge.get()
                + "; 'watershed snapshot -c … --out "
                + file.get()
                + "' makes a new one"));
  }

  /** What results say of the snapshot that they rest on. */
  static Optional<SnapshotStamp> stamp(Configuration configuration) {
    return configuration.snapshot().map(snapshot -> stamp(snapshot.header()));
  }

  /** A text with the line that names its snapshot before it. */
  static String stamped(CommandContext context, Configuration configuration, String text) {
    return stamp(configuration)
        .map(stamp -> stamp.line(context.clock().instant()) + "\n\n" + text)
        .orElse(text);
  }

  static SnapshotStamp stamp(SnapshotHeader header) {
    return new SnapshotStamp(header.id(), header.madeAt(), header.from(), header.until());
  }

  private static Duration span(String text) throws CommandException {
    try {
      return TimeArgument.parseSpan(text);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--max-age: " + e.getMessage());
    }
  }

  private static SnapshotFile read(Path path, Path named) throws CommandException {
    try {
      return SnapshotFile.read(named.toString(), ByteBuffer.wrap(Files.readAllBytes(path)));
    } catch (NoSuchFileException e) {
      throw new CommandException(
          ExitCode.USAGE,
          "--snapshot: there is no file "
              + named
              + "; 'watershed snapshot -c … --out "
              + named
              + "' makes it");
    } catch (UnreadableFileException e) {
      throw new CommandException(ExitCode.USAGE, "--snapshot: " + named + ": " + wrong(e));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, "--snapshot: " + named + " cannot be read: " + e.getMessage());
    }
  }

  private static String wrong(UnreadableFileException unreadable) {
    return switch (unreadable.problem()) {
      case FOREIGN ->
          "this is no snapshot; expected a file that 'watershed snapshot -c … --out' made";
      case NEWER -> unreadable.getMessage();
      default -> "the snapshot is damaged: " + unreadable.getMessage() + "; copy or make it again";
    };
  }

  private static void checkServers(
      CommandContext context, Configuration configured, SnapshotHeader header, Path config)
      throws CommandException {
    List<String> known = configured.servers().stream().map(ServerConfiguration::name).toList();
    TreeSet<String> unknown = new TreeSet<>(header.servers());
    known.forEach(unknown::remove);
    if (known.isEmpty() || unknown.isEmpty()) {
      return;
    }
    if (unknown.size() == header.servers().size()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--snapshot: it holds "
              + String.join(", ", header.servers())
              + ", and "
              + config
              + " names "
              + String.join(", ", known)
              + ": they do not belong together; expected the configuration by which it was made");
    }
    context.say(
        "the snapshot holds servers that "
            + config
            + " does not name: "
            + String.join(", ", unknown));
  }

  private static void sayUnknownServices(
      CommandContext context, Configuration configured, SnapshotHeader header) {
    TreeSet<String> unknown = new TreeSet<>(header.services());
    configured.services().services().forEach(service -> unknown.remove(service.name()));
    if (!unknown.isEmpty()) {
      context.say(
          "the snapshot names services that the configuration does not declare: "
              + String.join(", ", unknown));
    }
  }
}
