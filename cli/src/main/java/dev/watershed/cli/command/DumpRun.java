package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.collector.dump.DumpCollector;
import dev.watershed.collector.dump.DumpReport;
import dev.watershed.collector.dump.FollowedDump;
import dev.watershed.reports.CollectedSource;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looks at the dump of one server, and takes it whenever it changed. */
final class DumpRun implements SourceRun {

  private final CommandContext context;
  private final FollowedDump dump;
  private final DumpCollector collector;
  private final List<String> notes = new ArrayList<>();
  private List<String> failures = List.of();
  private long windows;

  DumpRun(CommandContext context, FollowedDump dump, DumpCollector collector) {
    this.context = context;
    this.dump = dump;
    this.collector = collector;
  }

  @Override
  public CollectedSource run(boolean logEnded, Pace pace) {
    look(pace);
    while (pace.again()) {
      look(pace);
    }
    return new CollectedSource(dump.server(), WindowSource.CATALOG, windows, 0, notes, failures);
  }

  private void look(Pace pace) {
    if (pace.stopped()) {
      return;
    }
    List<String> before = failures;
    try {
      DumpReport report = collector.look(dump, pace.now());
      failures = List.of();
      windows += report.stored() ? 1 : 0;
      notes.addAll(report.notes());
      report.notes().forEach(this::say);
    } catch (IOException e) {
      failures = List.of(e.getMessage() == null ? e.toString() : e.getMessage());
      failures.stream().filter(failure -> !before.contains(failure)).forEach(this::say);
    }
  }

  private void say(String message) {
    context.say(dump.server() + ": " + message);
  }
}
