package dev.watershed.analyzer.snapshot;

import dev.watershed.workload.ReducedWorkload;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import dev.watershed.workload.store.snapshot.SnapshotServer;
import java.util.Set;
import java.util.stream.Collectors;

/** What a snapshot holds of a server. */
public final class ServerReduction {

  private ServerReduction() {}

  /**
   * Reduces what a store shows of a server.
   *
   * @param server with its accounts, hosts and literals
   * @param origins what stands for its origins
   * @param ownUser the account by which it is sampled; may be empty
   */
  public static SnapshotServer of(SnapshotServer server, OriginReduction origins, String ownUser) {
    Workload workload = ReducedWorkload.of(server.workload(), origins, server.server());
    Set<Long> counted =
        workload.texts().stream().map(StatementText::digest).collect(Collectors.toSet());
    return new SnapshotServer(
        server.server(),
        server.source(),
        server.from(),
        server.until(),
        workload,
        ObservationReduction.of(server.observations(), origins, ownUser, counted::contains),
        server.catalog().map(CatalogReduction::of),
        server.before().map(CatalogReduction::of));
  }
}
