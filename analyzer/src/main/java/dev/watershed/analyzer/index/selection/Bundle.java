package dev.watershed.analyzer.index.selection;

import java.util.List;

/**
 * Candidates of one table that are taken together: one, or those of all branches of an OR, of which
 * none helps without the others.
 *
 * @param members places of the candidates, in order
 * @param served places of the statements that one of them may serve, in order
 */
public record Bundle(List<Integer> members, List<Integer> served) {

  public Bundle {
    members = List.copyOf(members);
    served = List.copyOf(served);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a bundle of nothing");
    }
  }
}
