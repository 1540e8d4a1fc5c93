package dev.watershed.collector.server.topology;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.WorkloadBuilder;
import java.util.List;
import java.util.Optional;

/**
 * Whether a server is writable as its role says: counts the samples in which it was not. A sample
 * is whether it was read-only, and a difference whether that contradicts its role.
 */
public final class RoleDomain implements Domain<Boolean, Boolean> {

  private static final int VERSION = 1;

  private final boolean expectedReadOnly;

  /**
   * @param replica whether the server is said to be a replica, and so read-only
   */
  public RoleDomain(boolean replica) {
    this.expectedReadOnly = replica;
  }

  /** What somebody should know of a server whose role is another one. */
  public static String note(boolean replica) {
    return replica
        ? "its role is replica, but it takes writes (read_only is OFF): mend role, or the server"
        : "its role is primary, but it takes no writes (read_only is ON): mend role, or its url;"
            + " was there a fail-over?";
  }

  @Override
  public String name() {
    return "role";
  }

  @Override
  public List<String> tables() {
    return List.of();
  }

  @Override
  public Boolean sample(ServerQueries server, Optional<Boolean> previous) {
    return server.identity().readOnly();
  }

  @Override
  public Boolean beginning() {
    return expectedReadOnly;
  }

  @Override
  public Optional<Boolean> first(Boolean current) {
    return Optional.of(current != expectedReadOnly);
  }

  @Override
  public Boolean difference(Boolean previous, Boolean current) {
    return current != expectedReadOnly;
  }

  @Override
  public void contribute(Boolean difference, SampleSpan span, WorkloadBuilder window) {
    if (difference) {
      window.issue(IssueReason.ROLE_DIFFERS, 1, 0, 0);
    }
  }

  @Override
  public void encode(Boolean sample, ByteWriter bytes) {
    bytes.number(VERSION).flag(sample);
  }

  @Override
  public Boolean decode(ByteReader bytes) throws DamagedBytesException {
    long version = bytes.number();
    if (version != VERSION) {
      throw new DamagedBytesException("a role of version " + version);
    }
    return bytes.flag();
  }
}
