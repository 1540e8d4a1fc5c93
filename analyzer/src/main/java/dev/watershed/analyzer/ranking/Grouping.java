package dev.watershed.analyzer.ranking;

import java.util.function.IntConsumer;

/** Rows of a statement table to dense group indexes. */
interface Grouping {

  /** Calls {@code groups} with each group of a row: usually one, never the same twice. */
  void forEachGroup(int row, IntConsumer groups);

  /** The name of a group, to order those whose figures tie. */
  String name(int group);

  /**
   * What a group has in common.
   *
   * @param companions the schemas the group ran in, where the caller asked for them
   */
  GroupKey key(int group, Companions companions);
}
