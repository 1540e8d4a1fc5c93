package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.FollowedLog;
import dev.watershed.collector.follow.LogFollower;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.reports.CollectedSource;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Follows the logs of several servers, one after the other; one that fails holds up no other. */
final class CollectRun {

  /** A server and what became of it. */
  private static final class Followed {
    private final FollowedLog log;
    private Optional<LogFollower> follower = Optional.empty();
    private FollowReport report = FollowReport.NOTHING;

    Followed(FollowedLog log) {
      this.log = log;
    }
  }

  private interface Step {
    FollowReport take(LogFollower follower) throws IOException;
  }

  private final CommandContext context;
  private final WindowSink sink;
  private final List<Followed> servers = new ArrayList<>();

  CollectRun(CommandContext context, List<FollowedLog> logs, WindowSink sink) {
    this.context = context;
    this.sink = sink;
    logs.forEach(log -> servers.add(new Followed(log)));
  }

  /** Reads what was written since the last look. */
  void look(boolean logsEnded, BooleanSupplier stopped) {
    Instant now = context.clock().instant();
    for (Followed server : servers) {
      if (!stopped.getAsBoolean()) {
        step(server, follower -> follower.look(logsEnded, stopped));
        if (server.report.failures().isEmpty()) {
          step(server, follower -> follower.sealIfOver(now));
        }
      }
    }
  }

  /** Puts everything that was read in place. */
  void seal() {
    for (Followed server : servers) {
      List<String> failures = server.report.failures();
      if (server.follower.isPresent()) {
        step(server, follower -> follower.seal().failing(failures));
      }
    }
  }

  /** What became of each server. */
  List<CollectedSource> reports() {
    return servers.stream()
        .map(
            server ->
                new CollectedSource(
                    server.log.server(),
                    server.report.windows(),
                    server.report.events(),
                    server.report.notes(),
                    server.report.failures()))
        .toList();
  }

  private void step(Followed server, Step step) {
    FollowReport report;
    try {
      if (server.follower.isEmpty()) {
        server.follower = Optional.of(LogFollower.open(server.log, sink));
      }
      report = step.take(server.follower.get());
    } catch (IOException e) {
      server.follower = Optional.empty();
      report = FollowReport.NOTHING.failing(List.of(server.log.name() + ": " + reason(e)));
    }
    report.notes().forEach(note -> say(server, note));
    report.failures().stream()
        .filter(failure -> !server.report.failures().contains(failure))
        .forEach(failure -> say(server, failure));
    server.report = server.report.then(report);
  }

  private void say(Followed server, String message) {
    context.say(server.log.server() + ": " + message);
  }

  private static String reason(IOException failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
