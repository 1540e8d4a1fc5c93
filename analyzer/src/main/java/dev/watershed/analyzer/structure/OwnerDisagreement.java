package dev.watershed.analyzer.structure;

import java.util.Objects;

/**
 * A table that practice puts with those of another owner than it is declared to have.
 *
 * @param table its index
 * @param declared its owner, by the configuration
 * @param practised the owner of most of its cluster's tables that have a declared one
 * @param cluster the position of its cluster
 * @param share that owner's part of these tables, from 0 to 1
 * @param stability that of the cluster
 */
public record OwnerDisagreement(
    int table, String declared, String practised, int cluster, double share, double stability) {

  public OwnerDisagreement {
    Objects.requireNonNull(declared, "declared");
    Objects.requireNonNull(practised, "practised");
  }
}
