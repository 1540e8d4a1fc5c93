package dev.watershed.analyzer.consolidation.crossing;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.TransactionCut;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.Touches;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what crosses in a placement. */
public final class CrossingCounter {

  private final CouplingInput input;
  private final BitSet hubs;

  /**
   * @param hubs tables that everybody reads
   */
  public CrossingCounter(CouplingInput input, BitSet hubs) {
    this.input = input;
    this.hubs = (BitSet) hubs.clone();
  }

  /** All rates. */
  public Crossings count(Placement placement) {
    StatementBorders borders = new StatementBorders(input, placement, hubs);
    double[] perSecond = new double[Border.values().length];
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      int crossed = borders.of(touches.party(row), touches.statement(row));
      double rate = crossed == 0 ? 0 : touches.calls(row) / input.seconds(touches.statement(row));
      if (Border.FOREIGN_WRITE.in(crossed)) {
        crossed &= ~Border.FOREIGN_READ.bit();
      }
      for (int border = 0; crossed >> border != 0; border++) {
        perSecond[border] += (crossed >> border & 1) * rate;
      }
    }
    TransactionCut owners = TransactionCut.of(input, ownerParts(placement));
    TransactionCut servers = TransactionCut.of(input, serverParts(placement));
    return new Crossings(
        perSecond[Border.FOREIGN_READ.ordinal()],
        perSecond[Border.FOREIGN_WRITE.ordinal()],
        perSecond[Border.OWNERS.ordinal()],
        perSecond[Border.SCHEMAS.ordinal()],
        perSecond[Border.SERVERS.ordinal()],
        owners.crossing(),
        owners.writing(),
        servers.crossing(),
        servers.writing());
  }

  /** Statements per second by which others than the owner use some tables, named in the text. */
  public double foreign(Placement placement, BitSet tables) {
    Touches touches = input.touches();
    TableUses uses = input.uses();
    double perSecond = 0;
    for (int row = 0; row < touches.size(); row++) {
      int statement = touches.statement(row);
      int self = placement.party(touches.party(row));
      boolean foreign = false;
      for (int use = uses.start(statement); use < uses.end(statement); use++) {
        int table = uses.table(use);
        foreign |=
            uses.named(use)
                && tables.get(table)
                && !placement.retired(table)
                && !placement.cutFor(table, self)
                && placement.owner(table).isPresent()
                && input.parties().foreign(self, placement.owner(table).getAsInt());
      }
      perSecond += foreign ? touches.calls(row) / input.seconds(statement) : 0;
    }
    return perSecond;
  }

  private int[] ownerParts(Placement placement) {
    int[] parts = new int[placement.tables()];
    for (int table = 0; table < parts.length; table++) {
      boolean counts = !hubs.get(table) && !placement.retired(table) && !placement.cut(table);
      parts[table] =
          counts ? placement.owner(table).orElse(TransactionCut.NO_PART) : TransactionCut.NO_PART;
    }
    return parts;
  }

  private static int[] serverParts(Placement placement) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] parts = new int[placement.tables()];
    for (int table = 0; table < parts.length; table++) {
      parts[table] =
          placement.retired(table)
              ? TransactionCut.NO_PART
              : numbers.computeIfAbsent(placement.dataSet(table), name -> numbers.size());
    }
    return parts;
  }

  /** The touches that cross any border, by their row in {@link Touches}, in that order. */
  public List<CrossingTouch> crossing(Placement placement) {
    StatementBorders borders = new StatementBorders(input, placement, hubs);
    List<CrossingTouch> crossing = new ArrayList<>();
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      int crossed = borders.of(touches.party(row), touches.statement(row));
      if (crossed != 0) {
        crossing.add(new CrossingTouch(row, Border.of(crossed)));
      }
    }
    return crossing;
  }

  /**
   * The touches that cross other borders after a change than before, by their row in {@link
   * Touches}, in that order.
   */
  public List<ChangedTouch> changed(Placement before, Placement after) {
    StatementBorders bordersBefore = new StatementBorders(input, before, hubs);
    StatementBorders bordersAfter = new StatementBorders(input, after, hubs);
    BitSet concerned = concerned(before, after);
    List<ChangedTouch> changed = new ArrayList<>();
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      int party = touches.party(row);
      int statement = touches.statement(row);
      if (after.party(party) == before.party(party) && !concerned.get(statement)) {
        continue;
      }
      int crossedBefore = bordersBefore.of(party, statement);
      int crossedAfter = bordersAfter.of(party, statement);
      if (crossedBefore != crossedAfter) {
        changed.add(new ChangedTouch(row, Border.of(crossedBefore), Border.of(crossedAfter)));
      }
    }
    return changed;
  }

  /** Statements that use a table of another owner or place, or one of which parties have parts. */
  private BitSet concerned(Placement before, Placement after) {
    BitSet tables = after.changedFrom(before);
    for (int table = 0; table < after.tables(); table++) {
      tables.set(table, tables.get(table) || after.cut(table));
    }
    TableUses uses = input.uses();
    BitSet statements = new BitSet();
    for (int statement = 0; statement < uses.rows(); statement++) {
      for (int use = uses.start(statement); use < uses.end(statement); use++) {
        if (tables.get(uses.table(use))) {
          statements.set(statement);
        }
      }
    }
    return statements;
  }
}
