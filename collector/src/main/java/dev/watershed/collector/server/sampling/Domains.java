package dev.watershed.collector.server.sampling;

import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.accounts.AccountsDomain;
import dev.watershed.collector.server.facts.FactsDomain;
import dev.watershed.collector.server.statements.StatementDomain;
import dev.watershed.collector.server.status.StatusDomain;
import dev.watershed.collector.server.tableio.TableIoDomain;
import dev.watershed.workload.observation.ServerFact;
import java.util.List;
import java.util.Map;

/** The domains that servers are asked for, in the order in which they are. */
public final class Domains {

  /** Clients count by this network, as they do in logs. */
  private static final int IPV4_NETWORK_BITS = 24;

  private Domains() {}

  /** All of them, for a server of which nothing is configured. */
  public static List<Domain<?, ?>> all() {
    return all(Map.of());
  }

  /**
   * All of them.
   *
   * @param configured facts that a server does not tell
   */
  public static List<Domain<?, ?>> all(Map<ServerFact, String> configured) {
    return List.of(
        new StatementDomain(),
        new TableIoDomain(),
        new AccountsDomain(IPV4_NETWORK_BITS),
        new StatusDomain(),
        new FactsDomain(configured));
  }

  /** The tables whose columns they want to know. */
  public static List<String> tables(List<Domain<?, ?>> domains) {
    return domains.stream().flatMap(domain -> domain.tables().stream()).distinct().toList();
  }
}
