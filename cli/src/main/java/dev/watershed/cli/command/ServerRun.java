package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.FollowedLog;
import dev.watershed.collector.follow.LogFollower;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.reports.CollectedSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Follows the log of one server, from its first look to the seal of what was read. */
final class ServerRun implements SourceRun {

  private interface Step {
    FollowReport take(LogFollower follower) throws IOException;
  }

  private final CommandContext context;
  private final FollowedLog log;
  private final WindowSink sink;
  private Optional<LogFollower> follower = Optional.empty();
  private FollowReport report = FollowReport.NOTHING;

  ServerRun(CommandContext context, FollowedLog log, WindowSink sink) {
    this.context = context;
    this.log = log;
    this.sink = sink;
  }

  @Override
  public CollectedSource run(boolean logEnded, Pace pace) {
    look(logEnded, pace);
    while (pace.again()) {
      look(logEnded, pace);
    }
    if (follower.isPresent()) {
      List<String> failures = report.failures();
      step(last -> last.seal().failing(failures));
    }
    return new CollectedSource(
        log.server(), report.windows(), report.events(), report.notes(), report.failures());
  }

  private void look(boolean logEnded, Pace pace) {
    if (!pace.stopped()) {
      step(current -> current.look(logEnded, pace::stopped));
      if (report.failures().isEmpty()) {
        step(current -> current.sealIfOver(pace.now()));
      }
    }
  }

  private void step(Step step) {
    FollowReport taken;
    try {
      if (follower.isEmpty()) {
        follower = Optional.of(LogFollower.open(log, sink));
      }
      taken = step.take(follower.get());
    } catch (IOException e) {
      follower = Optional.empty();
      taken = FollowReport.NOTHING.failing(List.of(log.name() + ": " + reason(e)));
    }
    taken.notes().forEach(this::say);
    taken.failures().stream()
        .filter(failure -> !report.failures().contains(failure))
        .forEach(this::say);
    report = report.then(taken);
  }

  private void say(String message) {
    context.say(log.server() + ": " + message);
  }

  private static String reason(IOException failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
