package dev.watershed.analyzer.ownership;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Who owns what.
 *
 * @param tables by their indexes
 * @param declared what the configuration says
 * @param contracts who may read what
 * @param mismatches where practice disagrees with what is declared, the most writes first
 * @param anyDeclared whether the configuration has any {@code owns}
 */
public record Ownership(
    List<TableOwner> tables,
    DeclaredOwners declared,
    Contracts contracts,
    List<OwnerMismatch> mismatches,
    boolean anyDeclared) {

  public Ownership {
    tables = List.copyOf(tables);
    Objects.requireNonNull(declared, "declared");
    Objects.requireNonNull(contracts, "contracts");
    mismatches = List.copyOf(mismatches);
  }

  /** The owner of a table. */
  public TableOwner of(int table) {
    return tables.get(table);
  }

  /** The party that owns a table, declared or proposed. */
  public OptionalInt owner(int table) {
    return tables.get(table).owner();
  }

  /** Whether a table has a declared owner. */
  public boolean isDeclared(int table) {
    return tables.get(table).status() == TableOwner.Status.DECLARED;
  }

  /**
   * The owner that claims may be made of: a declared one, or one that is proposed with some
   * confidence by its writes.
   */
  public OptionalInt reliableOwner(int table) {
    TableOwner owner = tables.get(table);
    boolean reliable =
        owner.status() == TableOwner.Status.DECLARED
            || owner.status() == TableOwner.Status.PROPOSED
                && owner.confidence() != TableOwner.Confidence.LOW;
    return reliable ? owner.owner() : OptionalInt.empty();
  }
}
