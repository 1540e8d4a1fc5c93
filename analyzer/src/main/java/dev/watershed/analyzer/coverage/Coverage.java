package dev.watershed.analyzer.coverage;

import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import dev.watershed.workload.store.window.WindowSummary;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

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

  /**
   * The same with the places of the servers.
   *
   * @param placements the place of a server by its name
   */
  public Coverage placed(Function<String, ServerPlacement> placements) {
    return new Coverage(
        servers.stream().map(server -> server.at(placements.apply(server.server()))).toList(),
        countedFrom,
        countedUntil);
  }

  /** Of what some windows show of statements. */
  public static Coverage of(List<WindowSummary> all) {
    List<WindowSummary> windows =
        all.stream().filter(window -> !window.name().source().equals(WindowSource.HOST)).toList();
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
