package dev.watershed.analyzer.coupling.input;

import dev.watershed.workload.StatementTable;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;

/** Which statements the digests of a server's transactions mean. */
final class DigestMeanings {

  /**
   * The statements of a set of digests.
   *
   * @param whole whether all digests are told
   */
  record Meaning(Set<Integer> statements, boolean whole) {}

  private final StatementIndex index;

  /** The statements of each digest, by who sent them. */
  private final LongObjectHashMap<Map<Integer, SortedSet<Integer>>> sent =
      new LongObjectHashMap<>();

  private DigestMeanings(StatementIndex index) {
    this.index = index;
  }

  static DigestMeanings of(
      Workload workload, StatementIndex index, int[] statementOfRow, int[] partyOfOrigin) {
    DigestMeanings meanings = new DigestMeanings(index);
    StatementTable rows = workload.statements();
    for (int row = 0; row < rows.size(); row++) {
      if (statementOfRow[row] >= 0) {
        meanings
            .sent
            .getIfAbsentPut(workload.texts().get(rows.textIndex(row)).digest(), HashMap::new)
            .computeIfAbsent(partyOfOrigin[rows.originIndex(row)], any -> new TreeSet<>())
            .add(statementOfRow[row]);
      }
    }
    return meanings;
  }

  /** What the digests of transactions of a party mean. */
  Meaning of(int party, TransactionClass digests) {
    List<List<Integer>> candidates = new ArrayList<>();
    Optional<Set<String>> common = Optional.empty();
    for (int position = 0; position < digests.size(); position++) {
      List<Integer> own = candidates(party, digests.digest(position));
      candidates.add(own);
      if (!own.isEmpty()) {
        Set<String> schemas = new TreeSet<>();
        own.forEach(statement -> schemas.add(schema(statement)));
        common.ifPresent(schemas::retainAll);
        common = Optional.of(schemas);
      }
    }
    Set<Integer> statements = new TreeSet<>();
    boolean whole = true;
    for (List<Integer> own : candidates) {
      Optional<Integer> meant = meant(own, common.orElse(Set.of()));
      meant.ifPresent(statements::add);
      whole &= meant.isPresent();
    }
    return new Meaning(statements, whole);
  }

  /** What the party sent; if it is not known to have sent it, what others did. */
  private List<Integer> candidates(int party, long digest) {
    Map<Integer, SortedSet<Integer>> byParty = sent.getIfAbsent(digest, Map::of);
    SortedSet<Integer> own = byParty.get(party);
    if (own == null) {
      own = new TreeSet<>();
      byParty.values().forEach(own::addAll);
    }
    return List.copyOf(own);
  }

  private Optional<Integer> meant(List<Integer> candidates, Set<String> common) {
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    if (candidates.size() == 1) {
      return Optional.of(candidates.get(0));
    }
    var uses = index.get(candidates.get(0)).uses();
    if (candidates.stream().allMatch(other -> index.get(other).uses().equals(uses))) {
      return Optional.of(candidates.get(0));
    }
    List<Integer> inCommon =
        candidates.stream().filter(statement -> common.contains(schema(statement))).toList();
    return inCommon.size() == 1 ? Optional.of(inCommon.get(0)) : Optional.empty();
  }

  private String schema(int statement) {
    return index.get(statement).statement().schema().orElse("");
  }
}
