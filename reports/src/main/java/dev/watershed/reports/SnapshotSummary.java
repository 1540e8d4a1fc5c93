package dev.watershed.reports;

import java.util.List;
import java.util.Objects;

/**
 * What a snapshot that was made holds.
 *
 * @param path as the user named it
 * @param bytes of the file
 * @param tables with a definition
 * @param digests different ones
 * @param servers their names
 * @param services whose statements it holds
 * @param leftOut files of the store that could not be read
 */
public record SnapshotSummary(
    String path,
    long bytes,
    SnapshotStamp stamp,
    long tables,
    long digests,
    List<String> servers,
    List<String> services,
    List<String> leftOut) {

  public SnapshotSummary {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(stamp, "stamp");
    servers = List.copyOf(servers);
    services = List.copyOf(services);
    leftOut = List.copyOf(leftOut);
  }
}
