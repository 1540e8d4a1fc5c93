package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.consolidation.crossing.Border;
import dev.watershed.analyzer.consolidation.crossing.ChangedTouch;
import dev.watershed.analyzer.consolidation.crossing.TransactionWrites;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.consolidation.room.TableSizes;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/** Counts what has to be changed from one placement to another. */
final class EffortEstimate {

  private final WhatIfInput given;
  private final CouplingInput input;
  private final TableSizes sizes;
  private final TransactionWrites writes;

  EffortEstimate(WhatIfInput given, TableSizes sizes) {
    this.given = given;
    this.sizes = sizes;
    input = given.facts().input();
    writes = new TransactionWrites(input, given.facts().hubs());
  }

  /**
   * The effort.
   *
   * @param changed what crosses other borders afterwards
   */
  Effort of(Placement before, Placement after, List<ChangedTouch> changed) {
    Set<Integer> services = merged(before, after);
    Set<Integer> touched = new HashSet<>();
    int placed = placed(before, after, services, touched);
    Set<Integer> calls = new HashSet<>();
    Set<Integer> joins = new HashSet<>();
    for (ChangedTouch touch : changed) {
      int statement = input.touches().statement(touch.touch());
      boolean leaves = foreign(touch.after()) && !foreign(touch.before());
      boolean parts =
          touch.after().contains(Border.SERVERS) && !touch.before().contains(Border.SERVERS);
      if (leaves) {
        calls.add(statement);
      }
      if (parts) {
        joins.add(statement);
      }
      if (leaves || parts) {
        service(input.touches().party(touch.touch()), services);
        touched.add(touch.touch());
      }
    }
    int transactions = transactions(before, after, services);
    Set<String> names = new TreeSet<>();
    services.forEach(party -> names.add(input.parties().name(party)));
    Set<String> teams = new TreeSet<>();
    names.stream().filter(given.teams()::containsKey).map(given.teams()::get).forEach(teams::add);
    long copied = 0;
    int unknown = 0;
    for (int table : copied(before, after)) {
      OptionalLong size = sizes.of(input.tables().get(table));
      copied += size.orElse(0);
      unknown += size.isEmpty() ? 1 : 0;
    }
    return new Effort(
        placed,
        calls.size(),
        joins.size(),
        transactions,
        callSites(touched),
        (int) touched.stream().filter(row -> sites(row).isEmpty()).count(),
        copied,
        unknown,
        List.copyOf(names),
        List.copyOf(teams));
  }

  /** Places in the code, each of a party once. */
  private int callSites(Set<Integer> touched) {
    Set<String> places = new HashSet<>();
    for (int row : touched) {
      sites(row).forEach(site -> places.add(input.touches().party(row) + " " + site));
    }
    return places.size();
  }

  private List<String> sites(int row) {
    return input.callSites().of(input.touches().party(row), input.touches().statement(row));
  }

  /** Services that are merged with another one, and those that they are merged into. */
  private Set<Integer> merged(Placement before, Placement after) {
    Set<Integer> services = new TreeSet<>();
    for (int party = 0; party < after.parties(); party++) {
      if (after.party(party) != before.party(party)) {
        service(party, services);
        service(after.party(party), services);
      }
    }
    return services;
  }

  private static boolean foreign(Set<Border> borders) {
    return borders.contains(Border.FOREIGN_READ) || borders.contains(Border.FOREIGN_WRITE);
  }

  private void service(int party, Set<Integer> services) {
    if (input.parties().isService(party)) {
      services.add(party);
    }
  }

  /**
   * How many pairs there are of a party and a table that it has to name otherwise. Who uses a table
   * that keeps its name on another server changes a connection.
   *
   * @param touched gets the touches that name such a table
   */
  private int placed(
      Placement before, Placement after, Set<Integer> services, Set<Integer> touched) {
    LongHashSet placed = new LongHashSet();
    BitSet moved = new BitSet();
    for (int table = 0; table < after.tables(); table++) {
      moved.set(table, after.movedFrom(before, table) && !after.retired(table));
    }
    Touches touches = input.touches();
    TableUses uses = input.uses();
    for (int row = 0; !moved.isEmpty() && row < touches.size(); row++) {
      int statement = touches.statement(row);
      for (int use = uses.start(statement); use < uses.end(statement); use++) {
        int table = uses.table(use);
        if (uses.named(use) && moved.get(table)) {
          service(touches.party(row), services);
          if (after.renamedFrom(before, table)) {
            touched.add(row);
            placed.add((long) touches.party(row) << Integer.SIZE | table);
          }
        }
      }
    }
    return placed.size();
  }

  /** Sets of statements whose transactions are parted; those of unchanged tables are not. */
  private int transactions(Placement before, Placement after, Set<Integer> services) {
    BitSet changed = after.changedFrom(before);
    TransactionClasses classes = input.transactions();
    int parted = 0;
    for (int row = 0; row < classes.size(); row++) {
      if (uses(classes.uses(), row, changed)
          && writesApart(after, row)
          && !writesApart(before, row)) {
        parted++;
        service(classes.party(row), services);
      }
    }
    return parted;
  }

  private static boolean uses(TableUses uses, int row, BitSet tables) {
    for (int use = uses.start(row); use < uses.end(row); use++) {
      if (tables.get(uses.table(use))) {
        return true;
      }
    }
    return false;
  }

  private boolean writesApart(Placement placement, int row) {
    return writes.owners(row, placement).size() > 1 || writes.dataSets(row, placement).size() > 1;
  }

  /** Tables whose rows go to another server or another table; a new name copies nothing. */
  private List<Integer> copied(Placement before, Placement after) {
    return IntStream.range(0, after.tables())
        .filter(
            table ->
                !after.dataSet(table).equals(before.dataSet(table))
                    || after.table(table) != before.table(table)
                    || after.cut(table) && !before.cut(table))
        .filter(table -> !after.retired(table))
        .filter(table -> input.tables().get(table).kind() == CoupledTable.Kind.TABLE)
        .boxed()
        .toList();
  }
}
