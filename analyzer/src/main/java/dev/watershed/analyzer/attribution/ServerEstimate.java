package dev.watershed.analyzer.attribution;

import java.util.List;
import java.util.Objects;

/**
 * The load of a server whose counters do not say whose it is.
 *
 * @param server its name in the configuration
 * @param services by service
 * @param modules by module; where a service has none, by service
 * @param digests whose time each statement takes that was seen, in the order of their digests
 * @param samples how often a running statement was seen; without any, nothing is attributed
 * @param sampledMicros the time that the samples stand for: about the time counted, where the
 *     server was watched all the time
 * @param accounts the samples held against the counters per account; empty where the server has
 *     none
 */
public record ServerEstimate(
    String server,
    AttributedLoad services,
    AttributedLoad modules,
    List<DigestShares> digests,
    long samples,
    long sampledMicros,
    List<AccountCheck> accounts) {

  public ServerEstimate {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(services, "services");
    Objects.requireNonNull(modules, "modules");
    digests = List.copyOf(digests);
    accounts = List.copyOf(accounts);
  }

  /** Whether anything was seen running. */
  public boolean sampled() {
    return samples > 0;
  }

  /** How many accounts the samples agree with. */
  public long agreeing() {
    return accounts.stream().filter(AccountCheck::agrees).count();
  }
}
