package dev.watershed.analyzer.calls;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.PairMeasures;
import dev.watershed.analyzer.coupling.StrongComponents;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.service.Attribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts calls between services beside what couples them through data. */
public final class CallAnalysis {

  /** The ends of a call. */
  private record Ends(String caller, String callee) implements Comparable<Ends> {

    @Override
    public int compareTo(Ends other) {
      return Comparator.comparing(Ends::caller).thenComparing(Ends::callee).compare(this, other);
    }
  }

  /** Two parties in the order of their indexes. */
  private record Pair(int first, int second) implements Comparable<Pair> {

    static Pair of(int one, int other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }

    @Override
    public int compareTo(Pair other) {
      return Comparator.comparingInt(Pair::first)
          .thenComparingInt(Pair::second)
          .compare(this, other);
    }
  }

  private final Parties parties;
  private final PartyLevel level;
  private final Function<String, Optional<Attribution>> names;
  private final SortedMap<Ends, ServiceCall> calls = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  private CallAnalysis(
      Parties parties, PartyLevel level, Function<String, Optional<Attribution>> names) {
    this.parties = parties;
    this.level = level;
    this.names = names;
  }

  /**
   * Puts them beside it.
   *
   * @param level that of the facts
   * @param names whom the name of a source means, if it is a service or module
   */
  public static CallFacts of(
      List<CallExport> exports,
      CouplingFacts facts,
      PartyLevel level,
      Function<String, Optional<Attribution>> names) {
    CallAnalysis analysis = new CallAnalysis(facts.input().parties(), level, names);
    exports.forEach(analysis::add);
    return analysis.facts(
        exports.stream().map(CallExport::source).distinct().toList(), facts.pairs());
  }

  private void add(CallExport export) {
    SortedMap<Ends, List<CallEdge>> edges = new TreeMap<>();
    double within = 0;
    for (CallEdge edge : export.edges()) {
      String caller = end(edge.caller()).name();
      String callee = end(edge.callee()).name();
      if (caller.equals(callee)) {
        within++;
      } else {
        edges.computeIfAbsent(new Ends(caller, callee), any -> new ArrayList<>()).add(edge);
      }
    }
    edges.forEach((ends, own) -> add(export.source(), own));
    notes.addAll(export.notes());
    if (within > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: %,.0f pairs of names are one service: its calls to itself are left out",
              export.source(),
              within));
    }
  }

  /** Several names may be one service: their calls add up, and are unknown if one is. */
  private void add(String source, List<CallEdge> edges) {
    CallEnd caller = end(edges.get(0).caller());
    CallEnd callee = end(edges.get(0).callee());
    List<ServiceCall.Count> counts = new ArrayList<>();
    Ends ends = new Ends(caller.name(), callee.name());
    if (calls.containsKey(ends)) {
      counts.addAll(calls.get(ends).counts());
    }
    counts.add(
        new ServiceCall.Count(
            source, sum(edges, CallEdge::calls), sum(edges, CallEdge::callsPerSecond)));
    calls.put(ends, new ServiceCall(caller, callee, counts));
  }

  private static OptionalDouble sum(
      List<CallEdge> edges, Function<CallEdge, OptionalDouble> figure) {
    double sum = 0;
    for (CallEdge edge : edges) {
      OptionalDouble own = figure.apply(edge);
      if (own.isEmpty()) {
        return own;
      }
      sum += own.getAsDouble();
    }
    return OptionalDouble.of(sum);
  }

  private CallEnd end(String name) {
    Attribution party = names.apply(name).orElseGet(() -> Attribution.of(name));
    OptionalInt index = parties.find(level.of(party));
    return index.isPresent() && parties.isService(index.getAsInt())
        ? new CallEnd(parties.name(index.getAsInt()), index)
        : new CallEnd(name, OptionalInt.empty());
  }

  private CallFacts facts(List<String> sources, List<PairMeasures> data) {
    SortedMap<Pair, PairMeasures> sharing = new TreeMap<>();
    for (PairMeasures pair : data) {
      if (parties.isService(pair.first()) && parties.isService(pair.second())) {
        sharing.put(Pair.of(pair.first(), pair.second()), pair);
      }
    }
    SortedMap<Pair, List<ServiceCall>> calling = new TreeMap<>();
    calls.values().stream()
        .filter(ServiceCall::known)
        .forEach(
            call ->
                calling
                    .computeIfAbsent(
                        Pair.of(call.caller().party().getAsInt(), call.callee().party().getAsInt()),
                        any -> new ArrayList<>())
                    .add(call));
    List<CallingPair> pairs = new ArrayList<>();
    calling.forEach(
        (pair, own) ->
            pairs.add(
                new CallingPair(
                    pair.first(),
                    pair.second(),
                    by(pair.first(), own),
                    by(pair.second(), own),
                    Optional.ofNullable(sharing.remove(pair)))));
    return new CallFacts(
        sources,
        List.copyOf(calls.values()),
        pairs,
        List.copyOf(sharing.values()),
        cycles(),
        notes);
  }

  private static Optional<ServiceCall> by(int caller, List<ServiceCall> calls) {
    return calls.stream().filter(call -> call.caller().party().getAsInt() == caller).findFirst();
  }

  private List<List<Integer>> cycles() {
    Map<Integer, List<Integer>> called = new TreeMap<>();
    calls.values().stream()
        .filter(ServiceCall::known)
        .forEach(
            call ->
                called
                    .computeIfAbsent(call.caller().party().getAsInt(), any -> new ArrayList<>())
                    .add(call.callee().party().getAsInt()));
    return StrongComponents.of(
        parties.services(), caller -> called.getOrDefault(caller, List.of()));
  }
}
