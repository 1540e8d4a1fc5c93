package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.coupling.PairMeasures;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Pairs of services that work on the same tables: both write some of them, and a fifth and more of
 * their load on tables is shared (weighted Jaccard, hubs left out). What they share only by reading
 * is no reason to merge them.
 */
final class MergeServices {

  private static final double LEAST_JACCARD = 0.2;

  private MergeServices() {}

  static List<Proposal> of(ProposalInput given) {
    List<Proposal> proposals = new ArrayList<>();
    Set<List<String>> writing = writing(given);
    for (PairMeasures pair : given.facts().pairs()) {
      if (pair.jaccard() >= LEAST_JACCARD && bothWrite(given, pair, writing)) {
        proposals.add(proposal(given, pair));
      }
    }
    return proposals;
  }

  /** Pairs that write the same tables, and not by chance, by their names. */
  private static Set<List<String>> writing(ProposalInput given) {
    return given.facts().of(FindingKind.WRITE_WRITE).stream()
        .filter(finding -> !finding.occasional())
        .map(Finding::subject)
        .collect(Collectors.toSet());
  }

  private static boolean bothWrite(
      ProposalInput given, PairMeasures pair, Set<List<String>> writing) {
    CouplingInput input = given.facts().input();
    return writing.contains(
        List.of(input.parties().name(pair.first()), input.parties().name(pair.second())));
  }

  private static Proposal proposal(ProposalInput given, PairMeasures pair) {
    CouplingInput input = given.facts().input();
    String first = input.parties().name(pair.first());
    String second = input.parties().name(pair.second());
    boolean turned = owned(given, pair.second()) > owned(given, pair.first());
    String into = turned ? second : first;
    String from = turned ? first : second;
    ProposalMaker maker =
        new ProposalMaker(input, ProposalKind.MERGE_SERVICES, List.of(first, second))
            .move(new Move.MergeServices(List.of(from), into))
            .touches(List.of(first, second));
    maker.ground(
        Saying.of(
            "merge-services.share",
            "they share {0} % of their load on tables (weighted Jaccard, without hubs)",
            Saying.number(100 * pair.jaccard(), 0)));
    maker.ground(
        Saying.of(
            "merge-services.write",
            "both write the same tables, the lesser one {0} times a second",
            Saying.perSecond(pair.writeWritePerSecond())));
    if (pair.lockWaitSeconds() > 0) {
      maker.ground(
          Saying.of(
              "merge-services.wait",
              "they waited {0} s for each other's row locks",
              Saying.number(pair.lockWaitSeconds(), 1)));
    }
    double spared = proofs(given, pair, maker);
    maker.risk(
        Saying.of(
            "merge-services.unseen",
            "what they do besides the database is not seen: calls, queues, release cycles"));
    maker.step(Saying.of("merge-services.give", "give the tables of both to {0}", into));
    maker.step(
        Saying.of(
            "merge-services.calls",
            "move the statements of {0} behind calls of {1}, or its code into it",
            from,
            into));
    maker.step(Saying.of("merge-services.rights", "take the rights of {0}'s account away", from));
    return maker.make(
        Saying.of(
            "merge-services.merge",
            "merge the data of {0} into {1}: {2} statements a second would no longer leave their"
                + " service",
            from,
            into,
            Saying.perSecond(spared)),
        spared + pair.transactionsPerSecond(),
        pair.transactionsPerSecond() > 0 ? Confidence.HIGH : Confidence.MEDIUM);
  }

  private static int owned(ProposalInput given, int party) {
    return (int)
        given.facts().ownership().tables().stream().filter(owner -> owner.isOwnedBy(party)).count();
  }

  /** Statements of one that use tables of the other; per second. */
  private static double proofs(ProposalInput given, PairMeasures pair, ProposalMaker maker) {
    CouplingInput input = given.facts().input();
    Touches touches = input.touches();
    TableUses uses = input.uses();
    BitSet hubs = given.facts().hubs();
    double perSecond = 0;
    for (int row = 0; row < touches.size(); row++) {
      int party = touches.party(row);
      if (party != pair.first() && party != pair.second()) {
        continue;
      }
      int other = party == pair.first() ? pair.second() : pair.first();
      int statement = touches.statement(row);
      Set<String> shared = new TreeSet<>();
      for (int use = uses.start(statement); use < uses.end(statement); use++) {
        int table = uses.table(use);
        boolean others =
            uses.named(use)
                && !hubs.get(table)
                && given.facts().ownership().of(table).isOwnedBy(other);
        if (others) {
          shared.add(input.tables().label(table));
        }
      }
      if (!shared.isEmpty()) {
        maker.proof(row);
        maker.touches(shared);
        perSecond += touches.calls(row) / input.seconds(statement);
      }
    }
    return perSecond;
  }
}
