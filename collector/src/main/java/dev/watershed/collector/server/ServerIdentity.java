package dev.watershed.collector.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Which server process answers: counters belong to one of them.
 *
 * @param id {@code server_uuid}; on MariaDB {@code server_uid} with its port, since that is made of
 *     the machine's address; where there is neither, host name, port, {@code server_id} and folder
 * @param startedAt the second in which the process began, by the server's clock. A clock that is
 *     set later changes nothing in it, for the server counts its uptime by the same clock
 * @param readOnly whether it refuses writes of ordinary accounts: a hint at its role
 */
public record ServerIdentity(
    ServerProduct product, String version, String id, Instant startedAt, boolean readOnly) {

  /** Uptimes are whole seconds. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  public ServerIdentity {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(startedAt, "startedAt");
  }

  /** How the counters of one look relate to those of the look before. */
  public enum Continuity {
    /** They go on. */
    SAME_PROCESS,
    /** The server was started again: they began at nothing, after the look before. */
    RESTARTED,
    /** It is another server, or an older process of this one: nothing can be told. */
    OTHER_SERVER
  }

  /**
   * What this is to the identity that was seen before.
   *
   * @param seenAt when that was seen, by its server's clock
   */
  public Continuity since(ServerIdentity before, Instant seenAt) {
    if (!id.equals(before.id)) {
      return Continuity.OTHER_SERVER;
    }
    if (startedAt.isAfter(seenAt)) {
      return Continuity.RESTARTED;
    }
    if (Duration.between(before.startedAt, startedAt).abs().compareTo(TOLERANCE) <= 0) {
      return Continuity.SAME_PROCESS;
    }
    return startedAt.isAfter(seenAt.minus(TOLERANCE))
        ? Continuity.RESTARTED
        : Continuity.OTHER_SERVER;
  }
}
