package dev.watershed.collector.server.sampling;

import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.statements.StatementDomain;
import java.util.List;

/** The domains that servers are asked for, in the order in which they are. */
public final class Domains {

  private Domains() {}

  /** All of them. */
  public static List<Domain<?, ?>> all() {
    return List.of(new StatementDomain());
  }

  /** The tables whose columns they want to know. */
  public static List<String> tables(List<Domain<?, ?>> domains) {
    return domains.stream().flatMap(domain -> domain.tables().stream()).distinct().toList();
  }
}
