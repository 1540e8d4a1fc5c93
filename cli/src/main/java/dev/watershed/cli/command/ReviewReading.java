package dev.watershed.cli.command;

import dev.watershed.analyzer.consolidation.distance.TargetProgress;
import dev.watershed.analyzer.consolidation.plan.Sequence;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalInput;
import dev.watershed.analyzer.consolidation.proposal.Proposals;
import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.KnownFindings;
import dev.watershed.analyzer.span.DigestSeries;
import dev.watershed.analyzer.structure.StructureAnalysis;
import dev.watershed.analyzer.structure.StructureMethod;
import dev.watershed.analyzer.trend.CouplingTrend;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.imports.PathOwners;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.SpanNotes;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.InlineAllowances;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that a report shows of a span.
 *
 * @param exitCode how the command ends if nothing else happens
 */
record ReviewReading(ReviewFacts facts, ExitCode exitCode) {

  /** As many points as a small line can show. */
  private static final int MOST_POINTS = 40;

  ReviewReading {
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(exitCode, "exitCode");
  }

  /**
   * Reads the store.
   *
   * @param file the configuration, as the user named it
   * @param base an earlier span to compare with; empty for none
   * @param target how far a target is; empty where none was given
   * @throws CommandException if there is no store or nothing in the span: not enough data; or if
   *     the store cannot be read
   */
  static ReviewReading of(
      CommandContext context,
      Path file,
      StoreReading stored,
      StoreOptions.StoreSpan span,
      Optional<StoreOptions.StoreSpan> base,
      Optional<TargetProgress> target)
      throws CommandException, OutputClosedException {
    Configuration configuration = stored.configuration();
    FleetReading fleet = FleetReading.of(context, stored, span, FleetReading.Depth.FLEET);
    Optional<FleetReading> before = Optional.empty();
    if (base.isPresent()) {
      before = Optional.of(FleetReading.of(context, stored, base.get(), FleetReading.Depth.FLEET));
      fleet = fleet.comparedWith(before.get());
    }
    CouplingOptions.Found found = fleet.coupling();
    ProposalInput given = proposalInput(configuration, fleet);
    List<Proposal> proposals = Proposals.of(given);
    Optional<LedgerReading> ledger = ledger(context, configuration, span, fleet, proposals);
    ReportContext report =
        ReportContext.ofStore(file.toString(), StoreReading.failed(fleet.skipped()))
            .withNotes(SpanNotes.said(fleet.span()));
    return new ReviewReading(
        new ReviewFacts(
            CollectedOutput.version(),
            report,
            fleet.shown(),
            series(context, configuration, span),
            fleet.facts(),
            StructureAnalysis.of(
                found.facts(), found.catalogs(), OptionalInt.empty(), StructureMethod.standard()),
            Sequence.of(given, proposals),
            gate(context, configuration, fleet),
            configuration.calendar(),
            ledger.map(LedgerReading::view),
            Teams.of(fleet.services()),
            target,
            before.isPresent()
                ? Optional.of(earlier(context, configuration, before.get(), fleet, proposals))
                : Optional.empty(),
            Optional.empty()),
        ExitCode.strongest(
            fleet.exitCode(), ledger.map(LedgerReading::exitCode).orElse(ExitCode.FINE)));
  }

  private static EarlierReview earlier(
      CommandContext context,
      Configuration configuration,
      FleetReading before,
      FleetReading now,
      List<Proposal> proposalsNow)
      throws CommandException, OutputClosedException {
    ProposalInput given = proposalInput(configuration, before);
    List<Proposal> proposals = Proposals.of(given);
    return new EarlierReview(
        before.length(),
        now.length(),
        before.shown(),
        before.facts(),
        Sequence.of(given, proposals),
        gate(context, configuration, before),
        CouplingTrend.of(before.coupling().facts(), now.coupling().facts()),
        MeasuredDecisions.of(
                configuration, findings(before, proposals), findings(now, proposalsNow))
            .measured(before.facts().workload(), now.facts().workload()));
  }

  private static ProposalInput proposalInput(Configuration configuration, FleetReading fleet) {
    CouplingOptions.Found found = fleet.coupling();
    return ProposalInput.of(
        new WhatIfInput(
            found.facts(),
            found.catalogs(),
            Teams.of(fleet.services()),
            FleetUseReading.capacity(configuration, found.data())),
        found.data(),
        FleetUseReading.times(configuration));
  }

  private static GateResult gate(
      CommandContext context, Configuration configuration, FleetReading fleet)
      throws CommandException, OutputClosedException {
    return new StoreGate(context, configuration, GateOptions.ofReader())
        .judge(
            fleet,
            new ChangeSetting(
                InlineAllowances.NONE, PathOwners.NONE, Optional.empty(), Optional.empty()),
            Optional.empty());
  }

  private static DigestSeries series(
      CommandContext context, Configuration configuration, StoreOptions.StoreSpan span)
      throws CommandException {
    StoreLocation location = StoreLocation.of(context, configuration);
    try (StoreSnapshot snapshot = Store.open(location.files()).summed(span.filter())) {
      return DigestSeries.of(StoreReading.taken(context.silent(), snapshot).windows(), MOST_POINTS);
    } catch (IOException e) {
      throw location.unreadable(e);
    }
  }

  private static Optional<LedgerReading> ledger(
      CommandContext context,
      Configuration configuration,
      StoreOptions.StoreSpan span,
      FleetReading fleet,
      List<Proposal> proposals)
      throws CommandException {
    if (!configuration.governance().hasLedger()) {
      return Optional.empty();
    }
    return Optional.of(
        LedgerReading.of(
            context,
            configuration,
            new CouplingOptions(),
            span,
            findings(fleet, proposals),
            fleet.services(),
            fleet.coupling().facts().saidNotes()));
  }

  private static List<KnownFinding> findings(FleetReading fleet, List<Proposal> proposals) {
    CouplingFacts coupling = fleet.coupling().facts();
    List<KnownFinding> findings = new ArrayList<>(KnownFindings.ofCoupling(coupling));
    findings.addAll(KnownFindings.ofProposals(proposals, coupling));
    findings.addAll(
        KnownFindings.ofAdvice(
            fleet.facts().data().stream().map(DataFacts::advice).toList(), coupling));
    return findings;
  }
}
