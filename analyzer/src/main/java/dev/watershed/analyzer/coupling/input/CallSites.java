package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.service.ServiceOrigin;
import dev.watershed.workload.Origin;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;

/**
 * From where in its code a party sends a statement, as far as the comment tags tell that are kept:
 * its controller, and what the configuration asks for. What names a whole program is no place in
 * it. Where servers show counters alone, nothing is known.
 */
public final class CallSites {

  private static final Set<String> PROGRAMS =
      Set.of("application", "app", "program", "program_name", "service", "service_name");

  private final List<String> names;
  private final LongObjectHashMap<BitSet> sites;

  private CallSites(List<String> names, LongObjectHashMap<BitSet> sites) {
    this.names = List.copyOf(names);
    this.sites = sites;
  }

  /** The places from which a party sends a statement, in order; none if no tag tells. */
  public List<String> of(int party, int statement) {
    return sites.getIfAbsent(key(party, statement), BitSet::new).stream()
        .mapToObj(names::get)
        .sorted()
        .toList();
  }

  private static long key(int party, int statement) {
    return (long) party << Integer.SIZE | statement;
  }

  /** The place that the tags of an origin name; empty if none does. */
  public static String nameOf(Origin origin) {
    return origin.tags().stream()
        .filter(tag -> !PROGRAMS.contains(tag.key()) && !ServiceOrigin.isOwner(tag))
        .map(tag -> tag.key() + "=" + tag.value())
        .collect(Collectors.joining(" "));
  }

  /** Collects them. */
  static final class Builder {

    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final LongObjectHashMap<BitSet> sites = new LongObjectHashMap<>();

    /** A statement that was sent from a place, {@link #nameOf} of its origin. */
    void add(int party, int statement, String name) {
      if (!name.isEmpty()) {
        int index =
            indexes.computeIfAbsent(
                name,
                added -> {
                  names.add(added);
                  return names.size() - 1;
                });
        sites.getIfAbsentPut(key(party, statement), BitSet::new).set(index);
      }
    }

    CallSites build() {
      return new CallSites(names, new LongObjectHashMap<>(sites));
    }
  }
}
