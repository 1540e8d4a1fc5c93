package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.workload.catalog.Catalog;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What moves are judged by.
 *
 * @param facts what couples services today
 * @param catalogs by set of data; sets without one are absent
 * @param teams of services, by service; those without one are absent
 */
public record WhatIfInput(
    CouplingFacts facts, SortedMap<String, Catalog> catalogs, SortedMap<String, String> teams) {

  public WhatIfInput {
    Objects.requireNonNull(facts, "facts");
    catalogs = Collections.unmodifiableSortedMap(new TreeMap<>(catalogs));
    teams = Collections.unmodifiableSortedMap(new TreeMap<>(teams));
  }

  /** The tables that everybody reads. */
  public BitSet hubs() {
    Set<String> names = new HashSet<>();
    facts.of(FindingKind.HUB_TABLE).stream().map(Finding::tables).forEach(names::addAll);
    BitSet hubs = new BitSet();
    for (int table = 0; table < facts.input().tables().size(); table++) {
      hubs.set(table, names.contains(facts.input().tables().label(table)));
    }
    return hubs;
  }
}
