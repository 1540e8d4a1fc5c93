package dev.watershed.analyzer.ranking;

import java.util.List;

/** The rows of a table in groups with dense indexes: what a ranking needs to know of them. */
interface GroupedRows {

  /** The summed figures; a group without rows is empty. */
  FigureTable figures();

  /** The name of a group, to order those whose figures tie. */
  String name(int group);

  /** The companions of some groups, in the order given. */
  List<Companions> companions(int[] shown);

  /** What a group has in common. */
  GroupKey key(int group, Companions companions);
}
