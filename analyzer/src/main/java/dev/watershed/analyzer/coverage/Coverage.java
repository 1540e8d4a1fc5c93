package dev.watershed.analyzer.coverage;

import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSummary;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the windows of a span cover.
 *
 * @param servers a line per server and source, in the order of their names
 * @param countedFrom the start of the first window; empty without windows
 * @param countedUntil the end of the last one, exclusive
 */
public record Coverage(
    List<ServerCoverage> servers, Optional<Instant> countedFrom, Optional<Instant> countedUntil) {

  private record Key(String server, String source) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::server).thenComparing(Key::source);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  public Coverage {
    servers = List.copyOf(servers);
  }

  /** Of what some windows show. */
  public static Coverage of(List<WindowSummary> windows) {
    TreeMap<Key, ServerSums> servers = new TreeMap<>();
    for (WindowSummary window : windows) {
      WindowName name = window.name();
      servers
          .computeIfAbsent(new Key(name.server(), name.source()), key -> new ServerSums())
          .add(window);
    }
    return new Coverage(
        servers.entrySet().stream()
            .map(entry -> entry.getValue().of(entry.getKey().server(), entry.getKey().source()))
            .toList(),
        windows.stream().map(WindowSummary::from).min(Comparator.naturalOrder()),
        windows.stream().map(WindowSummary::until).max(Comparator.naturalOrder()));
  }
}
