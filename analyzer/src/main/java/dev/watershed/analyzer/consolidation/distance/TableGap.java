package dev.watershed.analyzer.consolidation.distance;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A table of a target, and what of it is not yet as it should be.
 *
 * @param table its index
 * @param owner the index of the party that should own it
 * @param ownerToday the index of the party that does; empty if nobody is known to
 * @param schema whether it lies in another schema than it should
 * @param dataSet whether it lies on another server than it should
 * @param occupied whether another table has its name in the place where it should be
 */
public record TableGap(
    int table,
    int owner,
    OptionalInt ownerToday,
    boolean schema,
    boolean dataSet,
    boolean occupied) {

  public TableGap {
    Objects.requireNonNull(ownerToday, "ownerToday");
  }

  /** Whether another party owns it than should. */
  public boolean ownedOtherwise() {
    return ownerToday.isPresent() && ownerToday.getAsInt() != owner;
  }

  /** Whether anything is known that has to happen to it. */
  public boolean toPlace() {
    return ownedOtherwise() || schema || dataSet;
  }
}
