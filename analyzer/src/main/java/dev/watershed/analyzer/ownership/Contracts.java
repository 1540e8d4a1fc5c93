package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.service.Attribution;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which tables of others each party may read, by {@code reads} of the configuration. */
public final class Contracts {

  private final BitSet[] allowed;
  private final List<Claim> withoutTables;
  private final boolean any;

  private Contracts(BitSet[] allowed, List<Claim> withoutTables, boolean any) {
    this.allowed = allowed;
    this.withoutTables = List.copyOf(withoutTables);
    this.any = any;
  }

  /** Applies claims to tables. */
  public static Contracts of(
      Claims claims, CoupledTables tables, Parties parties, PartyLevel level) {
    BitSet[] allowed = new BitSet[parties.size()];
    for (int party = 0; party < allowed.length; party++) {
      allowed[party] = new BitSet(tables.size());
    }
    List<Claim> without = new ArrayList<>();
    for (Claim claim : claims.reads()) {
      BitSet fitting = fitting(claim, tables);
      if (fitting.isEmpty()) {
        without.add(claim);
      }
      for (int party = 0; party < parties.services(); party++) {
        if (covers(claim.party(), parties.attribution(party), level)) {
          allowed[party].or(fitting);
        }
      }
    }
    return new Contracts(allowed, without, !claims.reads().isEmpty());
  }

  /** What a service may, its modules may; what a module may, its service is seen to do. */
  private static boolean covers(Attribution claiming, Attribution party, PartyLevel level) {
    return claiming.equals(party)
        || level.of(claiming).equals(party)
        || claiming.module().isEmpty() && claiming.service().equals(party.service());
  }

  private static BitSet fitting(Claim claim, CoupledTables tables) {
    BitSet fitting = new BitSet(tables.size());
    for (int table = 0; table < tables.size(); table++) {
      CoupledTable each = tables.get(table);
      if (claim.pattern().matches(each.schema(), each.name())) {
        fitting.set(table);
      }
    }
    return fitting;
  }

  /** Whether a party may read a table that is another's. */
  public boolean allows(int party, int table) {
    return allowed[party].get(table);
  }

  /** Whether the configuration has any contract. */
  public boolean any() {
    return any;
  }

  /** Contracts about what does not exist: no table fits their pattern. */
  public List<Claim> withoutTables() {
    return withoutTables;
  }
}
