package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.window.WindowSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of every command that reads the store. Empty is not given. */
final class StoreOptions {

  private static final List<String> SOURCES =
      List.of(WindowSource.SLOW_LOG, WindowSource.COUNTERS, WindowSource.PROXY);

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      required = true,
      description = "Configuration: where the store is, and whose accounts, hosts and tags are.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = {
        "Only windows that end after then: 2026-11-23T02:00:00Z, 2026-11-23, or a span before now"
            + " such as 2h or 7d. A window counts whole."
      })
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only windows that begin before then.")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = "Only this server; may be given several times. Default: all.")
  private List<String> servers = List.of();

  @Option(
      names = "--source",
      paramLabel = "slowlog|perfschema|proxy",
      description = {
        "Only what this source showed. Default: of each server its slow log where that holds every"
            + " statement, else its counters; never both."
      })
  private Optional<String> source = Optional.empty();

  Path config() {
    return config.orElseThrow();
  }

  /** Which windows are asked for. */
  StoreSpan span(Instant now) throws CommandException {
    return span(Set.copyOf(servers), sources(source), since, until, now);
  }

  /**
   * Which windows are asked for, of the store or of a snapshot that stands in for it.
   *
   * @throws CommandException also where a part of a snapshot's span is asked for: it has no parts
   */
  StoreSpan span(Instant now, SnapshotOptions snapshot) throws CommandException {
    if (snapshot.given() && (since.isPresent() || until.isPresent() || source.isPresent())) {
      throw new CommandException(
          ExitCode.USAGE,
          "--since, --until and --source do not go with --snapshot, whose span is fixed; 'watershed"
              + " snapshot' takes them");
    }
    return span(now);
  }

  /**
   * All servers' windows of a span as it was typed, of the store or of a snapshot.
   *
   * @throws CommandException also where a part of a snapshot's span is asked for: it has no parts
   */
  static StoreSpan span(
      Optional<String> since, Optional<String> until, SnapshotOptions snapshot, Instant now)
      throws CommandException {
    if (snapshot.given() && (since.isPresent() || until.isPresent())) {
      throw new CommandException(
          ExitCode.USAGE,
          "--since and --until do not go with --snapshot, whose span is fixed; 'watershed snapshot'"
              + " takes them");
    }
    return span(Set.of(), Set.of(), since, until, now);
  }

  /** The windows of a span as it was typed. */
  static StoreSpan span(
      Set<String> servers,
      Set<String> sources,
      Optional<String> since,
      Optional<String> until,
      Instant now)
      throws CommandException {
    Optional<Instant> from = moment("--since", since, now);
    Optional<Instant> to = moment("--until", until, now);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new CommandException(ExitCode.USAGE, "--until: expected a time after --since");
    }
    return new StoreSpan(servers, sources, from, to);
  }

  /**
   * Some windows of a store.
   *
   * @param servers empty for all
   * @param sources empty for one per server
   * @param since inclusive; empty for all
   * @param until exclusive; empty for all
   */
  record StoreSpan(
      Set<String> servers, Set<String> sources, Optional<Instant> since, Optional<Instant> until) {

    /** Everything. */
    static final StoreSpan ALL =
        new StoreSpan(Set.of(), Set.of(), Optional.empty(), Optional.empty());

    /** The same span of every source. */
    StoreSpan ofEverySource() {
      return new StoreSpan(servers, Set.of(), since, until);
    }

    WindowFilter filter() {
      return new WindowFilter(
          servers, sources, since.orElse(Instant.MIN), until.orElse(Instant.MAX));
    }
  }

  /** The source of an option. */
  static Set<String> sources(Optional<String> source) throws CommandException {
    if (source.isPresent() && !SOURCES.contains(source.get())) {
      throw new CommandException(
          ExitCode.USAGE,
          "--source: '" + source.get() + "'; expected " + String.join(" or ", SOURCES));
    }
    return source.map(Set::of).orElseGet(Set::of);
  }

  private static Optional<Instant> moment(String option, Optional<String> text, Instant now)
      throws CommandException {
    try {
      return text.map(given -> TimeArgument.parse(given, now, ZoneOffset.UTC));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, option + ": " + e.getMessage());
    }
  }
}
