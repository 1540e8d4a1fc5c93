package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.consolidation.room.TableSizes;
import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.neighbour.CalendarEntry;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.analyzer.neighbour.NeighbourInput;
import java.util.List;
import java.util.Objects;

/**
 * What proposals are made of.
 *
 * @param judged what moves are judged by
 * @param activity what servers counted of tables
 * @param sizes how large tables are
 * @param loud services that take a server for a while
 * @param calendar stretches of time with names: high seasons and sales
 */
public record ProposalInput(
    WhatIfInput judged,
    TableActivity activity,
    TableSizes sizes,
    List<LoudService> loud,
    List<CalendarEntry> calendar) {

  public ProposalInput {
    Objects.requireNonNull(judged, "judged");
    Objects.requireNonNull(activity, "activity");
    Objects.requireNonNull(sizes, "sizes");
    loud = List.copyOf(loud);
    calendar = List.copyOf(calendar);
  }

  /** Of sets of data, whose facts are those of {@code judged}. */
  public static ProposalInput of(WhatIfInput judged, List<CoupledData> data, NeighbourInput times) {
    return new ProposalInput(
        judged,
        TableActivity.of(data),
        TableSizes.of(judged.catalogs()),
        FleetUse.of(judged.capacity(), times).loud(),
        times.calendar());
  }

  CouplingFacts facts() {
    return judged.facts();
  }
}
