package dev.watershed.collector.proxy;

import dev.watershed.collector.slowlog.SlowLogOptions;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * A file with what a proxy before a server counted.
 *
 * @param server the server's name
 * @param path where the file is
 * @param name the path as the user wrote it
 * @param hostgroups those that lead to the server; empty for all
 * @param reading how statements and origins are read
 */
public record FollowedProxy(
    String server, Path path, String name, Set<Long> hostgroups, SlowLogOptions reading) {

  public FollowedProxy {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(name, "name");
    hostgroups = Set.copyOf(hostgroups);
    Objects.requireNonNull(reading, "reading");
  }
}
