package dev.watershed.reports.review.consolidation;

import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells which names in a proposal are tables and which are services. */
final class ProposalNames {

  private final Set<String> tables = new HashSet<>();
  private final Set<String> services = new HashSet<>();

  ProposalNames(CouplingInput input) {
    for (int table = 0; table < input.tables().size(); table++) {
      tables.add(input.tables().label(table));
    }
    for (int party = 0; party < input.parties().services(); party++) {
      services.add(input.parties().name(party));
    }
  }

  /** The tables that a proposal names, with those that it is known to move, in order. */
  List<String> tables(Proposal proposal, Collection<String> moved) {
    Set<String> found = new TreeSet<>(moved);
    named(proposal).stream().filter(tables::contains).forEach(found::add);
    return List.copyOf(found);
  }

  /** The services that a proposal names or has evidence of, with those it changes, in order. */
  List<String> services(Proposal proposal, Collection<String> changed) {
    Set<String> found = new TreeSet<>(changed);
    named(proposal).stream().filter(services::contains).forEach(found::add);
    proposal.evidence().stream()
        .map(Evidence::party)
        .filter(services::contains)
        .forEach(found::add);
    return List.copyOf(found);
  }

  /** Names, without the word before them that says what they are. */
  private static List<String> named(Proposal proposal) {
    List<String> names = new ArrayList<>(proposal.subject());
    for (String touched : proposal.touches()) {
      names.add(touched.substring(touched.indexOf(' ') + 1));
    }
    return names;
  }
}
