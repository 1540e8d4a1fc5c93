package dev.watershed.analyzer.calls;

import dev.watershed.analyzer.coupling.PairMeasures;
import java.util.List;
import java.util.Optional;

/**
 * Who calls whom, beside who shares data with whom.
 *
 * @param sources in the order of the configuration
 * @param calls by the names of their ends
 * @param pairs of services that call, by their indexes
 * @param dataOnly pairs that share data and do not call, by their indexes
 * @param cycles services that reach each other by calls, their indexes ascending
 * @param notes what is not known, a sentence each
 */
public record CallFacts(
    List<String> sources,
    List<ServiceCall> calls,
    List<CallingPair> pairs,
    List<PairMeasures> dataOnly,
    List<List<Integer>> cycles,
    List<String> notes) {

  public CallFacts {
    sources = List.copyOf(sources);
    calls = List.copyOf(calls);
    pairs = List.copyOf(pairs);
    dataOnly = List.copyOf(dataOnly);
    cycles = cycles.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  /** The pair of two parties, if one of them calls the other. */
  public Optional<CallingPair> pair(int first, int second) {
    return pairs.stream()
        .filter(pair -> pair.first() == first && pair.second() == second)
        .findFirst();
  }

  /** The names at ends of calls that are no service's, in alphabetical order. */
  public List<String> unknown() {
    return calls.stream()
        .flatMap(call -> List.of(call.caller(), call.callee()).stream())
        .filter(end -> end.party().isEmpty())
        .map(CallEnd::name)
        .distinct()
        .sorted()
        .toList();
  }
}
