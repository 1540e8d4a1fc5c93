package dev.watershed.reports.review.scope;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.diff.SpanDiff;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.structure.Cluster;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewOwner;
import dev.watershed.rules.fleet.ComparedFleet;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.gate.GateResult;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rules judge, what is planned and what the gate says, as far as it concerns some services.
 */
final class OwnedFleet {

  private final FleetFacts facts;
  private final Set<String> services;
  private final List<FleetStatement> statements;
  private final Set<Long> digests;
  private final BitSet owned = new BitSet();
  private final BitSet used = new BitSet();

  /** Its tables, by name and by label. */
  private final Set<String> names = new HashSet<>();

  private final Set<String> servers = new TreeSet<>();

  /**
   * @param services by name
   */
  OwnedFleet(FleetFacts facts, Set<String> services) {
    this.facts = facts;
    this.services = services;
    statements = facts.statements().stream().filter(each -> concerns(each.senders())).toList();
    digests = statements.stream().map(FleetStatement::digest).collect(Collectors.toSet());
    findTables(facts.coupling());
    findServers();
  }

  private void findTables(CouplingFacts coupling) {
    CouplingInput input = coupling.input();
    Parties parties = input.parties();
    for (int table = 0; table < input.tables().size(); table++) {
      int at = table;
      coupling.ownership().owner(table).stream()
          .filter(owner -> services.contains(parties.name(owner)))
          .forEach(unused -> owned.set(at));
      for (int cell = coupling.matrix().start(table); cell < coupling.matrix().end(table); cell++) {
        if (services.contains(parties.name(coupling.matrix().party(cell)))) {
          used.set(table);
        }
      }
      if (owned.get(table)) {
        names.add(input.tables().get(table).qualifiedName());
        names.add(input.tables().label(table));
      }
    }
  }

  private void findServers() {
    Set<String> sets = new HashSet<>();
    CouplingInput input = facts.coupling().input();
    concerned().stream().forEach(table -> sets.add(input.tables().get(table).dataSet()));
    statements.forEach(each -> sets.add(each.dataSet()));
    for (DataFacts data : facts.data()) {
      if (sets.contains(data.name())) {
        servers.addAll(data.advice().servers());
      }
    }
  }

  private BitSet concerned() {
    BitSet both = (BitSet) owned.clone();
    both.or(used);
    return both;
  }

  /** Those that hold their tables or run their statements. */
  Set<String> servers() {
    return servers;
  }

  /** How many statements they send. */
  int digests() {
    return digests.size();
  }

  /** Whose report it is. */
  ReviewOwner owner(List<String> named, SpanFacts span) {
    return new ReviewOwner(
        named.stream().map(VisibleText::of).toList(),
        visible(services.stream()),
        visible(concerned().stream().mapToObj(facts.coupling().input().tables()::label)),
        visible(servers.stream()),
        OwnedLoad.share(span.ranking(), span.services(), services));
  }

  private static Set<String> visible(Stream<String> names) {
    return names.map(VisibleText::of).collect(Collectors.toSet());
  }

  private boolean concerns(Collection<String> some) {
    return some.stream().anyMatch(services::contains);
  }

  /** Whether they work on a cluster, or have tables in it. */
  boolean concerns(Cluster cluster) {
    Parties parties = facts.coupling().input().parties();
    return cluster.services().stream().map(parties::name).anyMatch(services::contains)
        || cluster.tables().stream().anyMatch(owned::get);
  }

  FleetFacts fleet() {
    return new FleetFacts(
        facts.workload(),
        statements,
        facts.data().stream().map(this::data).toList(),
        coupling(facts.coupling()),
        facts.transactions(),
        facts.observed(),
        facts.use().map(this::use),
        facts.agreements(),
        facts.compared().map(this::compared),
        facts.change(),
        facts.claims(),
        facts.past(),
        facts.errorsUncounted());
  }

  private ComparedFleet compared(ComparedFleet compared) {
    SpanDiff changes = compared.changes();
    return new ComparedFleet(
        new SpanDiff(
            changes.changes().stream().filter(each -> concerns(each.services())).toList(),
            changes.unchanged(),
            changes.undecided()),
        compared.figures(),
        compared.shapes(),
        compared.crossings());
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
    return names.contains(advice.advice().qualifiedName())
        || advice.advice().effects().stream().map(DigestEffect::digest).anyMatch(digests::contains);
  }

  private CouplingFacts coupling(CouplingFacts coupling) {
    Parties parties = coupling.input().parties();
    return new CouplingFacts(
        coupling.input(),
        coupling.matrix(),
        coupling.ownership(),
        coupling.findings().stream().filter(each -> concerns(each.services())).toList(),
        coupling.services(),
        coupling.pairs().stream()
            .filter(
                pair ->
                    services.contains(parties.name(pair.first()))
                        || services.contains(parties.name(pair.second())))
            .toList(),
        coupling.transactions(),
        coupling.hubs(),
        coupling.saidNotes());
  }

  /** Who takes their servers, whoever it is, and what they cost. */
  private FleetUse use(FleetUse use) {
    return new FleetUse(
        use.loud().stream().filter(each -> servers.contains(each.server())).toList(),
        use.bills().stream().filter(each -> servers.contains(each.server())).toList(),
        use.costs().stream()
            .filter(each -> each.service().filter(services::contains).isPresent())
            .toList(),
        use.servers().stream().filter(each -> servers.contains(each.server())).toList(),
        use.together().stream()
            .filter(
                each ->
                    servers.contains(each.stays().server())
                        || servers.contains(each.moves().server()))
            .toList(),
        use.saidNotes());
  }

  Plan plan(Plan plan) {
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
    return concerns(proposal.touches()) || proposal.touches().stream().anyMatch(names::contains);
  }

  GateResult gate(GateResult gate) {
    return new GateResult(
        gate.violations().stream()
            .filter(
                each ->
                    concerns(each.violation().services())
                        || names.contains(each.violation().key().table()))
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
