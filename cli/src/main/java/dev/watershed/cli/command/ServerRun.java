package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.Follower;
import dev.watershed.reports.CollectedSource;
import dev.watershed.reports.MissedLooks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Follows a source of one server, from its first look to the seal of what was read. */
final class ServerRun implements SourceRun {

  private interface Step {
    FollowReport take(Follower follower) throws IOException;
  }

  private final CommandContext context;
  private final FollowedSource source;
  private Optional<Follower> follower = Optional.empty();
  private FollowReport report = FollowReport.NOTHING;
  private MissedLooks missed = MissedLooks.NONE;

  ServerRun(CommandContext context, FollowedSource source) {
    this.context = context;
    this.source = source;
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
      close();
    }
    return new CollectedSource(
        source.server(),
        source.source(),
        report.windows(),
        report.events(),
        report.notes(),
        report.failures(),
        missed,
        Optional.empty());
  }

  private void close() {
    follower.ifPresent(Follower::close);
    follower = Optional.empty();
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
        follower = Optional.of(source.opener().open());
      }
      taken = step.take(follower.get());
    } catch (IOException e) {
      close();
      taken = FollowReport.NOTHING.failing(List.of(source.label() + ": " + reason(e)));
    }
    taken.notes().forEach(this::say);
    taken.failures().stream()
        .filter(failure -> !report.failures().contains(failure))
        .forEach(this::say);
    missed = missed.and(taken.missedLooks(), taken.failures());
    report = report.then(taken);
  }

  private void say(String message) {
    context.say(source.server() + ": " + message);
  }

  private static String reason(IOException failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
