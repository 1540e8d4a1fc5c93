package dev.watershed.collector.host;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The metrics of a server's host.
 *
 * @param server the server's name
 * @param path where the file is
 * @param name the path as the user wrote it
 */
public record FollowedHost(String server, Path path, String name) {

  public FollowedHost {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(name, "name");
  }
}
