package dev.watershed.reports.review.coupling;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Sums who uses whose tables in a placement. Tables that everybody reads (hubs), tables that nobody
 * is known to own and retired ones do not count; neither does what statements do without naming it,
 * but for the writes of transactions.
 */
public final class ServiceUses {

  private static final int FIGURES = 4;

  private final CouplingInput input;
  private final Placement placement;
  private final BitSet hubs;
  private final TreeMap<Long, double[]> sums = new TreeMap<>();

  private ServiceUses(CouplingFacts facts, Placement placement) {
    input = facts.input();
    this.placement = placement;
    hubs = facts.hubs();
  }

  /** In the order of sender and owner. */
  public static List<ServiceUse> of(CouplingFacts facts, Placement placement) {
    ServiceUses uses = new ServiceUses(facts, placement);
    uses.statements();
    uses.transactions();
    List<ServiceUse> all = new ArrayList<>();
    uses.sums.forEach(
        (key, sum) ->
            all.add(
                new ServiceUse(
                    (int) (key >> Integer.SIZE), key.intValue(), sum[0], sum[1], sum[2], sum[3])));
    return all;
  }

  private void statements() {
    for (int row = 0; row < input.touches().size(); row++) {
      int statement = input.touches().statement(row);
      int sender = placement.party(input.touches().party(row));
      double perSecond = input.touches().calls(row) / input.seconds(statement);
      Owners owners = owners(input.uses(), statement, sender, false);
      owners.used().stream()
          .filter(owner -> owner != sender)
          .forEach(
              owner -> {
                double[] sum = sum(sender, owner);
                sum[0] += perSecond;
                sum[1] += owners.written().get(owner) ? perSecond : 0;
                sum[2] += owners.used().cardinality() > 1 ? perSecond : 0;
              });
    }
  }

  private void transactions() {
    TransactionClasses classes = input.transactions();
    for (int row = 0; row < classes.size(); row++) {
      int sender = placement.party(classes.party(row));
      double perSecond = classes.transactions(row) / input.secondsOf(classes.dataSet(row));
      BitSet owners = owners(classes.uses(), row, sender, true).used();
      if (owners.cardinality() > 1) {
        owners.stream()
            .filter(owner -> owner != sender)
            .forEach(owner -> sum(sender, owner)[3] += perSecond);
      }
    }
  }

  private record Owners(BitSet used, BitSet written) {}

  /** Whose tables a row uses, and whose it writes; the sender's part of a table is its own. */
  private Owners owners(TableUses uses, int row, int sender, boolean inferred) {
    BitSet used = new BitSet();
    BitSet written = new BitSet();
    for (int use = uses.start(row); use < uses.end(row); use++) {
      int table = uses.table(use);
      boolean counts = uses.named(use) || inferred && uses.infersWrite(use);
      if (!counts || hubs.get(table) || placement.retired(table)) {
        continue;
      }
      OptionalInt owner =
          placement.cutFor(table, sender) ? OptionalInt.of(sender) : placement.owner(table);
      if (owner.isPresent()) {
        used.set(owner.getAsInt());
        written.set(owner.getAsInt(), written.get(owner.getAsInt()) || uses.changes(use));
      }
    }
    return new Owners(used, written);
  }

  private double[] sum(int sender, int owner) {
    return sums.computeIfAbsent((long) sender << Integer.SIZE | owner, key -> new double[FIGURES]);
  }
}
