package dev.watershed.analyzer.coverage;

import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which source of each server counts. The same statements are in all of them, so that they are
 * never added: a server is shown by one. That is the slow log where it holds every statement, for
 * it tells accounts, transactions and times; otherwise the counters, which miss none.
 *
 * @param taken those that count, a source per server
 * @param left those of the same servers that do not
 */
public record SourceChoice(List<ServerCoverage> taken, List<ServerCoverage> left) {

  /** A log that shows less than this of what the counters show was not written all the time. */
  private static final double WHOLE = 0.9;

  public SourceChoice {
    taken = List.copyOf(taken);
    left = List.copyOf(left);
  }

  /** Chooses among what windows of a span show. */
  public static SourceChoice of(Coverage coverage) {
    Map<String, List<ServerCoverage>> byServer = new LinkedHashMap<>();
    for (ServerCoverage source : coverage.servers()) {
      byServer.computeIfAbsent(source.server(), server -> new ArrayList<>()).add(source);
    }
    List<ServerCoverage> taken = new ArrayList<>();
    List<ServerCoverage> left = new ArrayList<>();
    for (List<ServerCoverage> sources : byServer.values()) {
      ServerCoverage best = best(sources);
      taken.add(best);
      sources.stream().filter(source -> !source.equals(best)).forEach(left::add);
    }
    return new SourceChoice(taken, left);
  }

  /** Whether a window is of a source that counts. */
  public boolean takes(WindowName window) {
    return left.stream()
        .noneMatch(
            source ->
                source.server().equals(window.server()) && source.source().equals(window.source()));
  }

  private static ServerCoverage best(List<ServerCoverage> sources) {
    long most = sources.stream().mapToLong(ServerCoverage::calls).max().orElse(0);
    return sources.stream()
        .filter(source -> source.source().equals(WindowSource.SLOW_LOG))
        .filter(log -> holdsEverything(log) && log.calls() >= most * WHOLE)
        .findFirst()
        .orElseGet(() -> other(sources));
  }

  /** The counters if they show anything, else whatever shows the most. */
  private static ServerCoverage other(List<ServerCoverage> sources) {
    return sources.stream()
        .filter(source -> !source.source().equals(WindowSource.SLOW_LOG) && source.calls() > 0)
        .findFirst()
        .orElseGet(
            () ->
                sources.stream()
                    .max(Comparator.comparingLong(ServerCoverage::calls))
                    .orElseThrow());
  }

  private static boolean holdsEverything(ServerCoverage log) {
    return log.longQueryTimeSeconds().isPresent()
        && log.longQueryTimeSeconds().getAsDouble() == 0
        && !log.sampled();
  }
}
