package dev.watershed.reports.review;

import dev.watershed.analyzer.consolidation.distance.TargetProgress;
import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.neighbour.CalendarEntry;
import dev.watershed.analyzer.span.DigestSeries;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.structure.StructureFacts;
import dev.watershed.reports.LedgerView;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.gate.GateResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a report shows.
 *
 * @param version of the program
 * @param context where the facts came from
 * @param span the load, ranked by digest, all of them
 * @param series the time of digests over time
 * @param fleet what rules judge: statements, tables, advice, coupling, who takes the servers
 * @param structure which tables belong together
 * @param plan what to merge, cut, move and retire
 * @param gate what the rules say
 * @param calendar stretches of time with names
 * @param ledger what people decided; empty where the configuration names no ledger
 * @param teams who answers for which service, by its name
 * @param target how far a target is; empty where none was given
 * @param earlier the same of an earlier span; empty if none was asked for
 * @param owner whose report it is; empty for that of the fleet
 */
public record ReviewFacts(
    String version,
    ReportContext context,
    SpanFacts span,
    DigestSeries series,
    FleetFacts fleet,
    StructureFacts structure,
    Plan plan,
    GateResult gate,
    List<CalendarEntry> calendar,
    Optional<LedgerView> ledger,
    Map<String, String> teams,
    Optional<TargetProgress> target,
    Optional<EarlierReview> earlier,
    Optional<ReviewOwner> owner) {

  public ReviewFacts {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(fleet, "fleet");
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(gate, "gate");
    calendar = List.copyOf(calendar);
    Objects.requireNonNull(ledger, "ledger");
    teams = Map.copyOf(teams);
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(earlier, "earlier");
    Objects.requireNonNull(owner, "owner");
  }

  /** The same with other facts of the fleet. */
  public ReviewFacts with(FleetFacts other) {
    return new ReviewFacts(
        version, context, span, series, other, structure, plan, gate, calendar, ledger, teams,
        target, earlier, owner);
  }

  /** The same beside an earlier span. */
  public ReviewFacts comparedWith(EarlierReview before) {
    return new ReviewFacts(
        version,
        context,
        span,
        series,
        fleet,
        structure,
        plan,
        gate,
        calendar,
        ledger,
        teams,
        target,
        Optional.of(before),
        owner);
  }

  /** The rows of a table that concern whose report it is. */
  public DataTable concerning(DataTable table, ReviewOwner.Subject subject) {
    return owner.map(whose -> whose.rows(table, subject)).orElse(table);
  }
}
