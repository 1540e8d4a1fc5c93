package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which claims fit a table. Files of teams may have one for each table, so that those that name one
 * are looked up, and only the others are tried.
 */
final class FittingClaims {

  private final List<Claim> claims;
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final List<Integer> others = new ArrayList<>();

  FittingClaims(List<Claim> claims) {
    this.claims = List.copyOf(claims);
    for (int claim = 0; claim < claims.size(); claim++) {
      if (claims.get(claim).pattern().exact()) {
        byName
            .computeIfAbsent(claims.get(claim).pattern().text(), any -> new ArrayList<>())
            .add(claim);
      } else {
        others.add(claim);
      }
    }
  }

  /** Their places in the list, ascending. */
  List<Integer> of(CoupledTable table) {
    return Stream.concat(
            byName.getOrDefault(table.qualifiedName(), List.of()).stream(), others.stream())
        .filter(claim -> claims.get(claim).pattern().matches(table.schema(), table.name()))
        .sorted()
        .toList();
  }
}
