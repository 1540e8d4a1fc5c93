package dev.watershed.cli.command;

import dev.watershed.collector.follow.FollowedLog;
import dev.watershed.collector.follow.Follower;
import dev.watershed.collector.follow.LogFollower;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.host.FollowedHost;
import dev.watershed.collector.host.HostFollower;
import dev.watershed.collector.proxy.FollowedProxy;
import dev.watershed.collector.proxy.ProxyFollower;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;

/**
 * A source of a server that is followed.
 *
 * @param server the server's name
 * @param source what is read, as windows name it
 * @param label what failures to read it begin with
 * @param opener opens a follower that goes on behind the last window; asked again after a failure
 */
record FollowedSource(String server, String source, String label, Opener opener) {

  /** Opens a follower. */
  @FunctionalInterface
  interface Opener {
    Follower open() throws IOException;
  }

  FollowedSource {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(opener, "opener");
  }

  /** What a proxy before a server counted. */
  static FollowedSource of(FollowedProxy proxy, WindowSink sink, Clock clock) {
    return new FollowedSource(
        proxy.server(),
        WindowSource.PROXY,
        proxy.name(),
        () -> ProxyFollower.open(proxy, sink, clock));
  }

  /** The metrics of a server's host. */
  static FollowedSource of(FollowedHost host, WindowSink sink, Clock clock) {
    return new FollowedSource(
        host.server(), WindowSource.HOST, host.name(), () -> HostFollower.open(host, sink, clock));
  }

  /** A slow log. */
  static FollowedSource of(FollowedLog log, WindowSink sink) {
    return new FollowedSource(
        log.server(), WindowSource.SLOW_LOG, log.name(), () -> LogFollower.open(log, sink));
  }
}
