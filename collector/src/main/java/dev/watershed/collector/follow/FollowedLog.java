package dev.watershed.collector.follow;

import dev.watershed.collector.slowlog.SlowLogOptions;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The slow log of a server.
 *
 * @param server the server's name
 * @param path where the server writes
 * @param name the path as the user wrote it
 * @param options how it is read
 */
public record FollowedLog(String server, Path path, String name, SlowLogOptions options) {

  public FollowedLog {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(options, "options");
  }
}
