package dev.watershed.reports.review.scope;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.gate.GateResult;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what concerns some services. Totals, servers and quality stay those of the fleet. */
public final class ReviewScope {

  private final Set<String> services;
  private final ReviewFacts facts;
  private final Set<Long> digests;
  private final Set<String> tables;

  private ReviewScope(ReviewFacts facts, Set<String> services) {
    this.services = services;
    this.facts = facts;
    this.digests =
        facts.fleet().statements().stream()
            .filter(this::sends)
            .map(FleetStatement::digest)
            .collect(Collectors.toSet());
    this.tables = owned(facts.fleet().coupling(), services);
  }

  /**
   * The facts about some services.
   *
   * @param services by the names that statements are attributed to: services, and modules as {@code
   *     service/module}
   */
  public static ReviewFacts of(ReviewFacts facts, Collection<String> services) {
    return new ReviewScope(facts, Set.copyOf(services)).facts();
  }

  private static Set<String> owned(CouplingFacts coupling, Set<String> services) {
    Set<String> owned = new HashSet<>();
    for (int table = 0; table < coupling.input().tables().size(); table++) {
      int at = table;
      coupling.ownership().owner(table).stream()
          .mapToObj(coupling.input().parties()::name)
          .filter(services::contains)
          .forEach(unused -> owned.add(coupling.input().tables().get(at).qualifiedName()));
    }
    return owned;
  }

  private boolean sends(FleetStatement statement) {
    return concerns(statement.senders());
  }

  private boolean concerns(Collection<String> some) {
    return some.stream().anyMatch(services::contains);
  }

  private ReviewFacts facts() {
    return new ReviewFacts(
        facts.version(),
        facts.context(),
        facts.span(),
        facts.series(),
        fleet(facts.fleet()),
        facts.structure(),
        plan(facts.plan()),
        gate(facts.gate()),
        facts.calendar(),
        facts.ledger(),
        facts.teams(),
        facts.target(),
        facts.earlier());
  }

  private FleetFacts fleet(FleetFacts fleet) {
    return new FleetFacts(
        fleet.workload(),
        fleet.statements().stream().filter(this::sends).toList(),
        fleet.data().stream().map(this::data).toList(),
        coupling(fleet.coupling()),
        fleet.transactions(),
        fleet.observed(),
        fleet.use(),
        fleet.agreements(),
        fleet.compared(),
        fleet.change(),
        fleet.claims(),
        fleet.past());
  }

  private DataFacts data(DataFacts data) {
    ServerAdvice advice = data.advice();
    return new DataFacts(
        data.input(),
        new ServerAdvice(
            advice.name(),
            advice.servers(),
            advice.version(),
            advice.observedSeconds(),
            advice.tables(),
            advice.tablesWithoutStatistics(),
            advice.coverage(),
            advice.indexes().stream().filter(this::concerns).toList(),
            advice.rewrites().stream().filter(each -> digests.contains(each.digest())).toList(),
            advice.texts(),
            advice.saidUnknowns(),
            advice.trials()));
  }

  private boolean concerns(PlannedAdvice advice) {
    return tables.contains(advice.advice().qualifiedName())
        || advice.advice().effects().stream().map(DigestEffect::digest).anyMatch(digests::contains);
  }

  private CouplingFacts coupling(CouplingFacts coupling) {
    return new CouplingFacts(
        coupling.input(),
        coupling.matrix(),
        coupling.ownership(),
        coupling.findings().stream().filter(each -> concerns(each.services())).toList(),
        coupling.services(),
        coupling.pairs().stream()
            .filter(
                pair ->
                    services.contains(coupling.input().parties().name(pair.first()))
                        || services.contains(coupling.input().parties().name(pair.second())))
            .toList(),
        coupling.transactions(),
        coupling.hubs(),
        coupling.saidNotes());
  }

  private Plan plan(Plan plan) {
    return new Plan(
        plan.today(),
        plan.afterAll(),
        plan.roomToday(),
        plan.roomAfterAll(),
        plan.steps().stream().filter(step -> concerns(step.proposal())).toList(),
        plan.alternatives().stream().filter(this::concerns).toList(),
        plan.saidNotes());
  }

  private boolean concerns(Proposal proposal) {
    return concerns(proposal.touches()) || proposal.touches().stream().anyMatch(tables::contains);
  }

  private GateResult gate(GateResult gate) {
    return new GateResult(
        gate.violations().stream()
            .filter(
                each ->
                    concerns(each.violation().services())
                        || tables.contains(each.violation().key().table()))
            .toList(),
        gate.inconclusive().stream().filter(each -> concerns(List.of(each.subject()))).toList(),
        gate.misconfigured(),
        gate.saidNotes(),
        gate.inspected(),
        gate.notApplicable(),
        gate.source(),
        gate.touched());
  }
}
