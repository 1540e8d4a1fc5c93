package dev.watershed.cli.command;

import dev.watershed.analyzer.consolidation.proposal.ProposalInput;
import dev.watershed.analyzer.consolidation.proposal.Proposals;
import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.KnownFindings;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.input.DataSet;
import dev.watershed.analyzer.index.result.Advising;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.service.Service;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Everything that a span shows and people decide about.
 *
 * @param coupling what some of it rests on
 * @param services with their teams
 * @param exitCode how the command ends if nothing else happens
 */
record FindingReading(
    List<KnownFinding> findings,
    CouplingFacts coupling,
    List<Service> services,
    ExitCode exitCode) {

  FindingReading {
    findings = List.copyOf(findings);
    Objects.requireNonNull(coupling, "coupling");
    services = List.copyOf(services);
    Objects.requireNonNull(exitCode, "exitCode");
  }

  /**
   * Reads the store.
   *
   * @throws CommandException if there is no store or nothing in the span: not enough data; or if
   *     the store cannot be read
   */
  static FindingReading of(
      CommandContext context,
      Configuration configuration,
      CouplingOptions options,
      StoreOptions.StoreSpan span)
      throws CommandException {
    CouplingOptions.Found coupling =
        options.find(context, configuration, span, FleetUseReading.BOUNDS);
    FactsCache cache = FactsCache.of(context, configuration);
    AdviceReading reading = AdviceReading.of(context, configuration, span, cache::prepare);
    List<ServerAdvice> advice = new ArrayList<>();
    for (DataSet data : DataSet.of(reading.servers(), ClusterMembers.of(configuration))) {
      advice.add(Advising.of(data, AdvisorOptions.DEFAULTS, cache.reader(data.catalog())).advice());
    }
    cache.save();
    CouplingFacts facts = coupling.facts();
    List<KnownFinding> findings = new ArrayList<>(KnownFindings.ofCoupling(facts));
    WhatIfInput judged =
        new WhatIfInput(
            facts,
            coupling.catalogs(),
            new TreeMap<>(),
            FleetUseReading.capacity(configuration, coupling.data()));
    ProposalInput given =
        ProposalInput.of(judged, coupling.data(), FleetUseReading.times(configuration));
    findings.addAll(KnownFindings.ofProposals(Proposals.of(given), facts));
    findings.addAll(KnownFindings.ofAdvice(advice, facts));
    return new FindingReading(
        findings,
        facts,
        coupling.owners().services(),
        ExitCode.strongest(coupling.exitCode(), reading.exitCode()));
  }
}
