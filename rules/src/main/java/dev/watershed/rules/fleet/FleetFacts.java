package dev.watershed.rules.fleet;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.observation.ObservedFacts;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.transaction.TransactionFacts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that rules judge, of one span.
 *
 * @param workload ranked by digest, all of them
 * @param statements the same digests with what they do, those that take the most time first
 * @param data sets of data, by name
 * @param coupling who shares what
 * @param transactions all classes of them
 * @param observed what servers showed besides statements
 * @param use who takes the servers, and what they have room for; empty where nobody saw when
 *     statements ran
 * @param agreements what people agreed on
 * @param compared an earlier span; empty if none was asked for
 * @param change what somebody wants to do; empty where the fleet is judged
 * @param claims who owns what by declaration
 * @param past what was violated when the same rules judged last
 * @param errorsUncounted services, by name, with statements from sources that may not count those
 *     that fail: what they show is the least
 */
public record FleetFacts(
    WorkloadFacts workload,
    List<FleetStatement> statements,
    List<DataFacts> data,
    CouplingFacts coupling,
    TransactionFacts transactions,
    ObservedFacts observed,
    Optional<FleetUse> use,
    Agreements agreements,
    Optional<ComparedFleet> compared,
    Optional<ProposedChange> change,
    TableClaims claims,
    PastVerdicts past,
    Set<String> errorsUncounted) {

  public FleetFacts {
    Objects.requireNonNull(workload, "workload");
    statements = List.copyOf(statements);
    data = List.copyOf(data);
    Objects.requireNonNull(coupling, "coupling");
    Objects.requireNonNull(transactions, "transactions");
    Objects.requireNonNull(observed, "observed");
    Objects.requireNonNull(use, "use");
    Objects.requireNonNull(agreements, "agreements");
    Objects.requireNonNull(compared, "compared");
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(claims, "claims");
    Objects.requireNonNull(past, "past");
    errorsUncounted = Set.copyOf(errorsUncounted);
  }

  /** The same beside an earlier span. */
  public FleetFacts comparedWith(ComparedFleet earlier) {
    return new FleetFacts(
        workload,
        statements,
        data,
        coupling,
        transactions,
        observed,
        use,
        agreements,
        Optional.of(earlier),
        change,
        claims,
        past,
        errorsUncounted);
  }

  /** The same with what somebody wants to do. */
  public FleetFacts changedBy(ProposedChange proposed) {
    return withChange(Optional.of(proposed));
  }

  /** The same without what somebody wants to do. */
  public FleetFacts unchanged() {
    return withChange(Optional.empty());
  }

  private FleetFacts withChange(Optional<ProposedChange> proposed) {
    return new FleetFacts(
        workload,
        statements,
        data,
        coupling,
        transactions,
        observed,
        use,
        agreements,
        compared,
        proposed,
        claims,
        past,
        errorsUncounted);
  }
}
