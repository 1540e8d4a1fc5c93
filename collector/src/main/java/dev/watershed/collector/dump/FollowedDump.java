package dev.watershed.collector.dump;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.LiteralPolicy;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The dump of a server's definitions.
 *
 * @param server the server's name
 * @param path where the dump is; it may be compressed
 * @param name the path as the user wrote it
 * @param mode the server's {@code sql_mode}
 * @param literals what becomes of them
 */
public record FollowedDump(
    String server, Path path, String name, SqlMode mode, LiteralPolicy literals) {

  public FollowedDump {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(literals, "literals");
  }
}
