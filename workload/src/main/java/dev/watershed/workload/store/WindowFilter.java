package dev.watershed.workload.store;

import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Which windows are asked for.
 *
 * @param servers their names; empty for all
 * @param sources what was read; empty for all but {@link #CATALOG}, whose windows show no load
 * @param from windows that end at or before this are left out
 * @param until windows that begin at or after this are left out
 */
public record WindowFilter(Set<String> servers, Set<String> sources, Instant from, Instant until) {

  /** All windows that show load. */
  public static final WindowFilter ALL =
      new WindowFilter(Set.of(), Set.of(), Instant.MIN, Instant.MAX);

  public WindowFilter {
    servers = Set.copyOf(servers);
    sources = Set.copyOf(sources);
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  boolean wantsServer(String server) {
    return servers.isEmpty() || servers.contains(server);
  }

  /** Whether a window is one of these; those that overlap the span only in part are. */
  public boolean wants(WindowName name) {
    return wantsServer(name.server())
        && wantsSource(name.source())
        && name.end().isAfter(from)
        && name.start().isBefore(until);
  }

  private boolean wantsSource(String source) {
    return sources.isEmpty() ? !source.equals(WindowSource.CATALOG) : sources.contains(source);
  }
}
