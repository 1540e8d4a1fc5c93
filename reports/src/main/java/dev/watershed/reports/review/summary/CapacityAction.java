package dev.watershed.reports.review.summary;

import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.consolidation.plan.PlannedStep;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.reports.MoneyText;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.PageWords;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * The first thing to do about servers: a step of the plan that moves data between them, else who
 * takes most of one for a while, else which one is busiest.
 */
public final class CapacityAction {

  private static final Set<ProposalKind> OF_SERVERS =
      Set.of(ProposalKind.PUT_TOGETHER, ProposalKind.MOVE_AWAY);

  private CapacityAction() {}

  /** Empty where nothing is known of servers. */
  public static Optional<Block.Actions.Action> of(ReviewFacts facts, PageWords words) {
    return facts.plan().steps().stream()
        .map(PlannedStep::proposal)
        .filter(proposal -> OF_SERVERS.contains(proposal.kind()))
        .findFirst()
        .map(proposal -> step(proposal, words))
        .or(() -> facts.fleet().use().flatMap(use -> loud(use, words)))
        .or(() -> facts.fleet().use().flatMap(use -> busiest(use, words)));
  }

  private static Block.Actions.Action step(Proposal proposal, PageWords words) {
    return new Block.Actions.Action(
        words.text("do.capacity"),
        VisibleText.of(words.sentence(proposal.said())),
        "",
        words.text("do.confidence", words.text("confidence." + proposal.confidence().key())),
        proposal
            .savedPerMonth()
            .map(
                range ->
                    words.text("do.saves", MoneyText.of(range.low()), MoneyText.of(range.high())))
            .orElse(""),
        CellText.address("proposal", proposal.id()));
  }

  private static Optional<Block.Actions.Action> loud(FleetUse use, PageWords words) {
    return use.loud().stream()
        .max(Comparator.comparingDouble(each -> each.loudActive() * each.loud()))
        .map(each -> loud(each, words));
  }

  private static Block.Actions.Action loud(LoudService loud, PageWords words) {
    return new Block.Actions.Action(
        words.text("do.capacity"),
        words.text(
            loud.noisy() ? "do.capacity.noisy" : "do.capacity.taker",
            VisibleText.of(loud.service()),
            VisibleText.of(loud.server())),
        "",
        words.text(
            "do.capacity.evidence",
            loud.loud(),
            loud.slots(),
            loud.width().toMinutes(),
            Units.percent(loud.usualShare())),
        words.text("do.capacity.gain", Units.percent(loud.loudShare())),
        CellText.address("server", VisibleText.of(loud.server())));
  }

  private static Optional<Block.Actions.Action> busiest(FleetUse use, PageWords words) {
    return use.servers().stream()
        .filter(server -> server.active().peak().isPresent())
        .max(Comparator.comparingDouble(server -> server.active().peak().getAsDouble()))
        .map(server -> busiest(server, words));
  }

  private static Block.Actions.Action busiest(ServerUse server, PageWords words) {
    double peak = server.active().peak().orElse(0);
    return new Block.Actions.Action(
        words.text("do.capacity"),
        words.text("do.capacity.busiest", VisibleText.of(server.server())),
        "",
        words.text(
            "do.capacity.busiest.evidence",
            Units.ratio(peak),
            Units.ratio(server.active().mean().orElse(0))),
        server.limits().cpus().isPresent()
            ? words.text(
                "do.capacity.busiest.gain",
                Units.percent(peak / server.limits().cpus().getAsDouble()))
            : words.text("do.capacity.unknown"),
        CellText.address("server", VisibleText.of(server.server())));
  }
}
