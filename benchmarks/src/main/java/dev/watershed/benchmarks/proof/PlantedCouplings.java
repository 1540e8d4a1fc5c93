package dev.watershed.benchmarks.proof;

import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.proof.CouplingClaims.Claim;
import java.util.List;
import java.util.Optional;

/**
 * Holds what is said about coupling against the cases that are planted in the fleet. Of cases about
 * something else it says nothing.
 */
final class PlantedCouplings {

  private static final double SHARED = 0.2;

  private final CouplingClaims claims;
  private final Truth truth;
  private final boolean everyService;

  PlantedCouplings(CouplingClaims claims, Truth truth) {
    this(claims, truth, true);
  }

  /**
   * @param everyService whether all services of a case must be named, or one will do: some may have
   *     sent all that shows it by what seems to be another
   */
  PlantedCouplings(CouplingClaims claims, Truth truth, boolean everyService) {
    this.claims = claims;
    this.truth = truth;
    this.everyService = everyService;
  }

  /**
   * Whether a case is found, or a trap is left alone.
   *
   * @return empty if the case is about something else
   */
  Optional<Boolean> holds(Truth.Case planted) {
    return switch (planted.kind()) {
      case CONTESTED_TABLE, SECOND_WRITER -> Optional.of(found(planted, "contested-table"));
      case READ_OUTSIDE_CONTRACT -> Optional.of(found(planted, "foreign-read"));
      case CROSS_OWNER_JOIN, NEW_CROSSING -> Optional.of(found(planted, "cross-owner-join"));
      case CROSS_OWNER_TRANSACTION -> Optional.of(found(planted, "cross-owner-transaction"));
      case SERVICE_CYCLE -> Optional.of(found(planted, "service-cycle"));
      case HUB_TABLE -> Optional.of(found(planted, "hub-table"));
      case TRIGGER_ONLY_TABLE, CASCADE_ONLY_TABLE -> Optional.of(found(planted, "inferred-table"));
      case BELONGS_TOGETHER ->
          Optional.of(planted.trap() ? apart(planted) : found(planted, "write-write"));
      case ROUTINE_TABLES ->
          Optional.of(planted.tables().stream().allMatch(table -> inferred(planted, table)));
      case UNATTRIBUTED ->
          Optional.of(planted.services().stream().allMatch(service -> unclaimed(planted, service)));
      default -> Optional.empty();
    };
  }

  private boolean found(Truth.Case planted, String kind) {
    return claims.of(kind).stream()
        .anyMatch(
            claim ->
                claim.tables().containsAll(planted.tables())
                    && names(claim, planted)
                    && proven(claim, planted));
  }

  private boolean names(Claim claim, Truth.Case planted) {
    return everyService
        ? claim.services().containsAll(planted.services())
        : planted.services().stream().anyMatch(claim.services()::contains);
  }

  private static boolean proven(Claim claim, Truth.Case planted) {
    return claim.digests().stream().anyMatch(planted.digests()::contains);
  }

  private boolean inferred(Truth.Case planted, String table) {
    return claims.cells().stream()
        .anyMatch(
            cell ->
                cell.table().equals(table)
                    && planted.services().contains(cell.service())
                    && cell.inferredWrites() > 0);
  }

  private boolean unclaimed(Truth.Case planted, String service) {
    List<String> accounts =
        truth.services().stream()
            .filter(sender -> sender.name().equals(service))
            .map(Truth.Sender::account)
            .toList();
    return claims.of("unattributed-account").stream()
        .anyMatch(
            claim ->
                accounts.contains(claim.subject().get(0))
                    && claim.tables().containsAll(planted.tables())
                    && claim.digests().containsAll(planted.digests()));
  }

  /**
   * Whether nothing but a hub names these services together. Where statements go astray, what is
   * said to be by few calls does not count, nor do pairs that share too little to be merged.
   */
  private boolean apart(Truth.Case planted) {
    boolean paired =
        claims.pairs().stream()
            .anyMatch(
                pair ->
                    pair.jaccard() >= (everyService ? 0 : SHARED)
                        && planted.services().contains(pair.first())
                        && planted.services().contains(pair.second()));
    return !paired
        && claims.findings().stream()
            .filter(claim -> !claim.kind().equals("hub-table"))
            .filter(claim -> everyService || !claim.occasional())
            .noneMatch(claim -> claim.services().containsAll(planted.services()));
  }
}
