package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.consolidation.crossing.TableCrossings;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tables that another service uses more than their owner, or that have none. A table goes where the
 * fewest statements and writing transactions cross, by an exact count of each candidate among its
 * writers; not for less than a fifth of what the table makes cross today, and not to who only reads
 * it.
 */
final class MoveTables {

  private static final double LEAST_GAIN = 0.2;
  private static final double LEAST_CALLS = 5;
  private static final double SURE_GAIN = 0.5;

  private record Choice(int party, double crossing) {}

  private final ProposalInput given;
  private final CouplingInput input;
  private final TableCrossings crossings;
  private final Placement today;
  private final BitSet hubs;

  private MoveTables(ProposalInput given) {
    this.given = given;
    input = given.facts().input();
    hubs = given.facts().hubs();
    crossings = new TableCrossings(input, given.facts().matrix(), hubs);
    today = Placement.today(given.facts());
  }

  static List<Proposal> of(ProposalInput given) {
    MoveTables tables = new MoveTables(given);
    List<Proposal> proposals = new ArrayList<>();
    for (int table = 0; table < tables.input.tables().size(); table++) {
      if (tables.contended(table)) {
        tables.proposal(table).ifPresent(proposals::add);
      }
    }
    return proposals;
  }

  /** Whether another service than its owner writes it. */
  private boolean contended(int table) {
    UseMatrix matrix = given.facts().matrix();
    boolean foreign = false;
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      int party = matrix.party(cell);
      foreign |=
          input.parties().isService(party)
              && matrix.writes(cell) > 0
              && !given.facts().ownership().of(table).isOwnedBy(party);
    }
    CoupledTable named = input.tables().get(table);
    return foreign && !hubs.get(table) && named.kind() == CoupledTable.Kind.TABLE;
  }

  private Optional<Proposal> proposal(int table) {
    UseMatrix matrix = given.facts().matrix();
    double before = crossings.of(table, today);
    List<Choice> choices =
        IntStream.range(matrix.start(table), matrix.end(table))
            .filter(cell -> input.parties().isService(matrix.party(cell)))
            .filter(cell -> matrix.writes(cell) > 0)
            .filter(cell -> !given.facts().ownership().of(table).isOwnedBy(matrix.party(cell)))
            .mapToObj(cell -> choice(table, matrix.party(cell)))
            .sorted(Comparator.comparingDouble(Choice::crossing).thenComparing(Choice::party))
            .toList();
    if (choices.isEmpty() || calls(table) < LEAST_CALLS) {
      return Optional.empty();
    }
    Choice best = choices.get(0);
    double gain = before - best.crossing();
    boolean owned = given.facts().ownership().owner(table).isPresent();
    return before > 0 && gain >= LEAST_GAIN * before
        ? Optional.of(proposal(table, before, best, owned))
        : Optional.empty();
  }

  private Choice choice(int table, int party) {
    return new Choice(party, crossings.of(table, today.withOwner(table, party)));
  }

  private Move move(TablePattern pattern, int party) {
    return new Move.MoveTables(
        List.of(pattern),
        Optional.of(input.parties().name(party)),
        Optional.empty(),
        Optional.empty());
  }

  private double calls(int table) {
    UseMatrix matrix = given.facts().matrix();
    return IntStream.range(matrix.start(table), matrix.end(table))
        .mapToDouble(cell -> matrix.reads(cell) + matrix.writes(cell))
        .sum();
  }

  private Proposal proposal(int table, double before, Choice best, boolean owned) {
    UseMatrix matrix = given.facts().matrix();
    String service = input.parties().name(best.party());
    String label = input.tables().label(table);
    ProposalMaker maker =
        new ProposalMaker(input, ProposalKind.MOVE_TABLE, List.of(label)).touches(List.of(label));
    input
        .tables()
        .patternOf(table)
        .ifPresentOrElse(
            pattern -> maker.move(move(pattern, best.party())),
            () -> maker.leftOut(List.of(label)));
    TableUses uses = input.uses();
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      for (int entry = matrix.entryStart(cell); entry < matrix.entryEnd(cell); entry++) {
        if (uses.named(matrix.use(entry))) {
          maker.proof(matrix.touch(entry));
        }
      }
    }
    given
        .facts()
        .ownership()
        .owner(table)
        .ifPresent(
            owner ->
                maker.ground(
                    Saying.of(
                        "move-table.today", "today it is {0}'s", input.parties().name(owner))));
    maker.risk(
        Saying.of(
            "move-table.urgent",
            "how urgent the calls of the others are is not known: they would wait for {0}",
            service));
    maker.step(
        Saying.of(
            "move-table.configure",
            "give {0} to {1} in the configuration, with what others may read",
            label,
            service));
    maker.step(
        Saying.of("move-table.call", "have the others call {0} instead of the table", service));
    maker.step(Saying.of("move-table.rights", "take the others' rights to write it away"));
    double gain = before - best.crossing();
    return maker.make(
        Saying.of(
            owned ? "move-table.move" : "move-table.give",
            owned
                ? "move {0} to {1}: {2} fewer statements and transactions a second would cross"
                : "give {0} to {1}: {2} fewer statements and transactions a second would cross",
            label,
            service,
            Saying.perSecond(gain)),
        gain,
        gain >= SURE_GAIN * before ? Confidence.HIGH : Confidence.MEDIUM);
  }
}
