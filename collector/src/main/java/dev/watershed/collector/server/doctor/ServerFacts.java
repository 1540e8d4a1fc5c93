package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.catalog.CatalogGrant;
import dev.watershed.collector.server.catalog.Grants;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What checks look at.
 *
 * @param account as it stands in a GRANT
 * @param readsPerformanceSchema whether the account may read it, which was tried
 * @param consumersOff the consumers that are switched off; none where they cannot be read
 * @param instrumentsOff how many instruments of each kind are switched off
 * @param cutDigests how many digest texts the server may have cut; empty where it does not tell
 * @param encrypted whether the connection is
 * @param clockAhead how far the server's clock is ahead of this machine's
 * @param slowLogInTable whether its slow log is to be read from the table
 */
public record ServerFacts(
    ServerIdentity identity,
    String account,
    Grants grants,
    Settings settings,
    boolean readsPerformanceSchema,
    List<String> consumersOff,
    List<InstrumentsOff> instrumentsOff,
    OptionalLong cutDigests,
    boolean encrypted,
    Duration clockAhead,
    boolean slowLogInTable) {

  /**
   * Instruments that are switched off.
   *
   * @param kind as a pattern of LIKE, such as {@code statement/%}
   */
  public record InstrumentsOff(String kind, long count) {

    public InstrumentsOff {
      Objects.requireNonNull(kind, "kind");
    }
  }

  public ServerFacts {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(grants, "grants");
    Objects.requireNonNull(settings, "settings");
    consumersOff = List.copyOf(consumersOff);
    instrumentsOff = List.copyOf(instrumentsOff);
    Objects.requireNonNull(cutDigests, "cutDigests");
    Objects.requireNonNull(clockAhead, "clockAhead");
  }

  /** Whether the account sees a part of the catalog. */
  boolean has(CatalogGrant grant) {
    return grant.isGiven(identity.product(), grants);
  }

  /** The statement that lets the account see a part of the catalog. */
  String statement(CatalogGrant grant) {
    return grant.statement(identity.product(), account);
  }
}
