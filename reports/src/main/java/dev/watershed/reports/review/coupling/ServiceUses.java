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

  /** Whose tables the row in hand uses, and whose it writes. */
  private final BitSet used = new BitSet();

  private final BitSet written = new BitSet();

  /** By sender, then owner; of those that nobody uses nothing. */
  private final double[][][] sums;

  private ServiceUses(CouplingFacts facts, Placement placement) {
    input = facts.input();
    this.placement = placement;
    hubs = facts.hubs();
    sums = new double[input.parties().size()][input.parties().size()][];
  }

  /** In the order of sender and owner. */
  public static List<ServiceUse> of(CouplingFacts facts, Placement placement) {
    ServiceUses uses = new ServiceUses(facts, placement);
    uses.statements();
    uses.transactions();
    return uses.all();
  }

  private List<ServiceUse> all() {
    List<ServiceUse> all = new ArrayList<>();
    for (int sender = 0; sender < sums.length; sender++) {
      for (int owner = 0; owner < sums.length; owner++) {
        double[] sum = sums[sender][owner];
        if (sum != null) {
          all.add(new ServiceUse(sender, owner, sum[0], sum[1], sum[2], sum[3]));
        }
      }
    }
    return all;
  }

  private void statements() {
    for (int row = 0; row < input.touches().size(); row++) {
      int statement = input.touches().statement(row);
      int sender = placement.party(input.touches().party(row));
      double perSecond = input.touches().calls(row) / input.seconds(statement);
      findOwners(input.uses(), statement, sender, false);
      boolean joins = used.cardinality() > 1;
      for (int owner = used.nextSetBit(0); owner >= 0; owner = used.nextSetBit(owner + 1)) {
        if (owner != sender) {
          double[] sum = sum(sender, owner);
          sum[0] += perSecond;
          sum[1] += written.get(owner) ? perSecond : 0;
          sum[2] += joins ? perSecond : 0;
        }
      }
    }
  }

  private void transactions() {
    TransactionClasses classes = input.transactions();
    for (int row = 0; row < classes.size(); row++) {
      int sender = placement.party(classes.party(row));
      double perSecond = classes.transactions(row) / input.secondsOf(classes.dataSet(row));
      findOwners(classes.uses(), row, sender, true);
      if (used.cardinality() > 1) {
        for (int owner = used.nextSetBit(0); owner >= 0; owner = used.nextSetBit(owner + 1)) {
          if (owner != sender) {
            sum(sender, owner)[3] += perSecond;
          }
        }
      }
    }
  }

  /** Takes a row in hand; the sender's part of a table is its own. */
  private void findOwners(TableUses uses, int row, int sender, boolean inferred) {
    used.clear();
    written.clear();
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
        if (uses.changes(use)) {
          written.set(owner.getAsInt());
        }
      }
    }
  }

  private double[] sum(int sender, int owner) {
    if (sums[sender][owner] == null) {
      sums[sender][owner] = new double[FIGURES];
    }
    return sums[sender][owner];
  }
}
