package dev.watershed.workload.store.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a snapshot says of itself.
 *
 * @param id 16 hexadecimal digits of the hash of all it holds but the time it was made
 * @param madeAt when it was made
 * @param from when the first of the windows begins that it was made of
 * @param until when the last one ends, exclusive
 * @param version of Watershed, that made it
 * @param servers their names in the configuration, in order
 * @param services whose statements it holds, in order
 */
public record SnapshotHeader(
    String id,
    Instant madeAt,
    Instant from,
    Instant until,
    String version,
    List<String> servers,
    List<String> services) {

  public SnapshotHeader {
    if (!id.matches("[0-9a-f]{16}")) {
      throw new IllegalArgumentException("not the id of a snapshot: " + id);
    }
    Objects.requireNonNull(madeAt, "madeAt");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(version, "version");
    servers = List.copyOf(servers);
    services = List.copyOf(services);
  }
}
