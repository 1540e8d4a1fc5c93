package dev.watershed.analyzer.consolidation.placement;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who owns which table and where it lives. Tables and parties have the indexes of a {@link
 * CouplingInput}; a party that was merged into another one stands for that one.
 */
public final class Placement {

  private static final int NOBODY = -1;

  private final int[] owners;
  private final List<String> schemas;
  private final List<String> dataSets;
  private final int[] mergedTables;
  private final int[] mergedParties;
  private final BitSet retired;
  private final Map<Integer, Set<Integer>> cut;

  private Placement(
      int[] owners,
      List<String> schemas,
      List<String> dataSets,
      int[] mergedTables,
      int[] mergedParties,
      BitSet retired,
      Map<Integer, Set<Integer>> cut) {
    this.owners = owners;
    this.schemas = schemas;
    this.dataSets = dataSets;
    this.mergedTables = mergedTables;
    this.mergedParties = mergedParties;
    this.retired = retired;
    this.cut = cut;
  }

  /** As it is: owners are those that claims may be made of, declared or proposed by writes. */
  public static Placement today(CouplingFacts facts) {
    CouplingInput input = facts.input();
    int[] owners = new int[input.tables().size()];
    for (int table = 0; table < owners.length; table++) {
      owners[table] = facts.ownership().reliableOwner(table).orElse(NOBODY);
    }
    return new Placement(
        owners,
        input.tables().all().stream().map(CoupledTable::schema).toList(),
        input.tables().all().stream().map(CoupledTable::dataSet).toList(),
        identity(owners.length),
        identity(input.parties().size()),
        new BitSet(),
        Map.of());
  }

  private static int[] identity(int size) {
    int[] identity = new int[size];
    for (int each = 0; each < size; each++) {
      identity[each] = each;
    }
    return identity;
  }

  /** How many tables there are, retired and merged ones too. */
  public int tables() {
    return owners.length;
  }

  /** How many parties there are, merged ones too. */
  public int parties() {
    return mergedParties.length;
  }

  /** The party that a party has become; itself if it was not merged. */
  public int party(int party) {
    return mergedParties[party];
  }

  /** The table that a table has become; itself if it was not merged. */
  public int table(int table) {
    return mergedTables[table];
  }

  /** The owner of what a table has become; empty if nobody is known to own it. */
  public OptionalInt owner(int table) {
    int owner = owners[mergedTables[table]];
    return owner == NOBODY ? OptionalInt.empty() : OptionalInt.of(mergedParties[owner]);
  }

  /** The schema of what a table has become. */
  public String schema(int table) {
    return schemas.get(mergedTables[table]);
  }

  /** The set of data of what a table has become. */
  public String dataSet(int table) {
    return dataSets.get(mergedTables[table]);
  }

  /** Whether a table was retired. */
  public boolean retired(int table) {
    return retired.get(mergedTables[table]);
  }

  /** Whether a table was cut into one for each of several parties. */
  public boolean cut(int table) {
    return cut.containsKey(mergedTables[table]);
  }

  /** Whether a table was cut, and a party has a part of it. */
  public boolean cutFor(int table, int party) {
    // Asked for every table of every statement; few tables are cut, if any.
    if (cut.isEmpty()) {
      return false;
    }
    for (int owner : cut.getOrDefault(mergedTables[table], Set.of())) {
      if (mergedParties[owner] == mergedParties[party]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a table has another schema or set of data than in another placement, or has become
   * another table or several.
   */
  public boolean movedFrom(Placement other, int table) {
    return !dataSet(table).equals(other.dataSet(table)) || renamedFrom(other, table);
  }

  /** Whether a table is called otherwise than in another placement, or is another or several. */
  public boolean renamedFrom(Placement other, int table) {
    return !schema(table).equals(other.schema(table))
        || table(table) != other.table(table)
        || cut(table) != other.cut(table);
  }

  /** The tables that have another owner or place than in another placement, or are retired. */
  public BitSet changedFrom(Placement other) {
    BitSet changed = new BitSet();
    for (int table = 0; table < owners.length; table++) {
      changed.set(
          table,
          movedFrom(other, table)
              || retired(table) != other.retired(table)
              || !owner(table).equals(other.owner(table)));
    }
    return changed;
  }

  /** The same with another owner of a table. */
  public Placement withOwner(int table, int party) {
    int[] others = owners.clone();
    others[table] = party;
    return new Placement(others, schemas, dataSets, mergedTables, mergedParties, retired, cut);
  }

  /** The same where a table is cut into one for each of several parties. */
  public Placement withParts(int table, Set<Integer> parties) {
    Draft draft = draft();
    draft.cut(table, parties);
    return draft.place();
  }

  /** The same where some tables have another owner or place. */
  public Placement with(List<Assignment> assignments) {
    Draft draft = draft();
    for (Assignment assignment : assignments) {
      assignment.owner().ifPresent(owner -> draft.own(assignment.table(), owner));
      assignment.schema().ifPresent(schema -> draft.schema(assignment.table(), schema));
      assignment.dataSet().ifPresent(dataSet -> draft.dataSet(assignment.table(), dataSet));
    }
    return draft.place();
  }

  /** A copy to be changed. */
  Draft draft() {
    return new Draft(this);
  }

  /** A placement in the making. */
  static final class Draft {

    private final int[] owners;
    private final String[] schemas;
    private final String[] dataSets;
    private final int[] mergedTables;
    private final int[] mergedParties;
    private final BitSet retired;
    private final Map<Integer, Set<Integer>> cut;

    private Draft(Placement from) {
      owners = from.owners.clone();
      schemas = from.schemas.toArray(String[]::new);
      dataSets = from.dataSets.toArray(String[]::new);
      mergedTables = from.mergedTables.clone();
      mergedParties = from.mergedParties.clone();
      retired = (BitSet) from.retired.clone();
      cut = new HashMap<>(from.cut);
    }

    void own(int table, int party) {
      owners[table] = party;
    }

    void schema(int table, String schema) {
      schemas[table] = schema;
    }

    void dataSet(int table, String dataSet) {
      dataSets[table] = dataSet;
    }

    void retire(int table) {
      retired.set(table);
    }

    void cut(int table, Set<Integer> parties) {
      cut.put(table, Set.copyOf(parties));
    }

    void mergeTable(int table, int into) {
      replace(mergedTables, table, into);
    }

    void mergeParty(int party, int into) {
      replace(mergedParties, party, into);
    }

    private static void replace(int[] all, int one, int into) {
      for (int each = 0; each < all.length; each++) {
        if (all[each] == one) {
          all[each] = into;
        }
      }
    }

    Placement place() {
      return new Placement(
          owners.clone(),
          List.of(schemas),
          List.of(dataSets),
          mergedTables.clone(),
          mergedParties.clone(),
          (BitSet) retired.clone(),
          Map.copyOf(cut));
    }
  }
}
