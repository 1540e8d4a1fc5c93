package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.workload.catalog.Catalog;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What moves are judged by.
 *
 * @param facts what couples services today
 * @param catalogs by set of data; sets without one are absent
 * @param teams of services, by service; those without one are absent
 * @param capacity what servers have, use and cost
 */
public record WhatIfInput(
    CouplingFacts facts,
    SortedMap<String, Catalog> catalogs,
    SortedMap<String, String> teams,
    FleetCapacity capacity) {

  /** Without anything that is known of servers. */
  public WhatIfInput(
      CouplingFacts facts, SortedMap<String, Catalog> catalogs, SortedMap<String, String> teams) {
    this(facts, catalogs, teams, FleetCapacity.NONE);
  }

  public WhatIfInput {
    Objects.requireNonNull(capacity, "capacity");
    Objects.requireNonNull(facts, "facts");
    catalogs = Collections.unmodifiableSortedMap(new TreeMap<>(catalogs));
    teams = Collections.unmodifiableSortedMap(new TreeMap<>(teams));
  }
}
