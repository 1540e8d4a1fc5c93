package dev.watershed.analyzer.observation;

import java.util.List;

/**
 * What servers showed besides statements.
 *
 * @param lockWaits for row locks, those waited for longest in all first
 * @param metadataLocks for metadata locks, likewise
 * @param longTransactions the longest first
 * @param tables those that took the most time first
 * @param indexes likewise
 * @param servers by name; those of which nothing was observed are left out
 * @param looks by server
 */
public record ObservedFacts(
    List<Wait> lockWaits,
    List<Wait> metadataLocks,
    List<LongTransaction> longTransactions,
    List<TableAccess> tables,
    List<TableAccess> indexes,
    List<ServerState> servers,
    List<Looks> looks) {

  /** Nothing was observed. */
  public static final ObservedFacts NONE =
      new ObservedFacts(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public ObservedFacts {
    lockWaits = List.copyOf(lockWaits);
    metadataLocks = List.copyOf(metadataLocks);
    longTransactions = List.copyOf(longTransactions);
    tables = List.copyOf(tables);
    indexes = List.copyOf(indexes);
    servers = List.copyOf(servers);
    looks = List.copyOf(looks);
  }
}
