package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.collector.catalog.CatalogReport;
import dev.watershed.collector.server.ServerException;
import dev.watershed.reports.CollectedSource;
import dev.watershed.reports.MissedLooks;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Looks at the catalog of one server, and takes it whenever it changed. */
final class CatalogRun implements SourceRun {

  /** Looks at a catalog. */
  @FunctionalInterface
  interface Look {
    /**
     * Takes it if it changed.
     *
     * @param now when that is
     * @param stopped whether to end with an exception as soon as may be
     * @return what it was like; empty if it is not time to look
     */
    Optional<CatalogReport> at(Instant now, BooleanSupplier stopped)
        throws IOException, ServerException;
  }

  private final CommandContext context;
  private final String server;
  private final Look look;
  private final List<String> notes = new ArrayList<>();
  private List<String> failures = List.of();
  private final CatalogTally tally = new CatalogTally();

  CatalogRun(CommandContext context, String server, Look look) {
    this.context = context;
    this.server = server;
    this.look = look;
  }

  @Override
  public CollectedSource run(boolean logEnded, Pace pace) {
    look(pace);
    while (pace.again()) {
      look(pace);
    }
    return new CollectedSource(
        server,
        WindowSource.CATALOG,
        tally.windows(),
        0,
        notes,
        failures,
        MissedLooks.NONE,
        tally.catalog());
  }

  private void look(Pace pace) {
    if (pace.stopped()) {
      return;
    }
    try {
      look.at(pace.now(), pace::stopped).ifPresent(this::taken);
    } catch (IOException e) {
      failed(e, pace);
    } catch (ServerException e) {
      failed(e, pace);
    }
  }

  private void taken(CatalogReport report) {
    failures = List.of();
    tally.add(report);
    notes.addAll(report.notes());
    report.notes().forEach(this::say);
  }

  private void failed(Exception failure, Pace pace) {
    if (pace.stopped() && failure instanceof ServerException) {
      return;
    }
    List<String> before = failures;
    failures = List.of(Objects.requireNonNullElseGet(failure.getMessage(), failure::toString));
    failures.stream().filter(message -> !before.contains(message)).forEach(this::say);
  }

  private void say(String message) {
    context.say(server + ": " + message);
  }
}
