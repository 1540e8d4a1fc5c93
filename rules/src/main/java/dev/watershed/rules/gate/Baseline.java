package dev.watershed.rules.gate;

import dev.watershed.rules.verdict.ViolationKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The violations that were there when a gate was set up, and are accepted until they are mended.
 *
 * @param staleAfter when an entry may go
 * @param renames names that changed since the entries were written
 * @param entries in the order of their keys, each key once
 */
public record Baseline(StaleAfter staleAfter, Renames renames, List<BaselineEntry> entries) {

  /** Nothing is accepted. */
  public static final Baseline EMPTY = new Baseline(StaleAfter.USUAL, Renames.NONE, List.of());

  public Baseline {
    Objects.requireNonNull(staleAfter, "staleAfter");
    Objects.requireNonNull(renames, "renames");
    Map<String, BaselineEntry> sorted = new TreeMap<>();
    for (BaselineEntry entry : entries) {
      if (sorted.putIfAbsent(entry.key().text(), entry) != null) {
        throw new IllegalArgumentException("the key is there twice: " + entry.key());
      }
    }
    entries = List.copyOf(sorted.values());
  }

  /** The entries by the texts of their keys. */
  Map<String, BaselineEntry> byKey() {
    Map<String, BaselineEntry> keyed = new HashMap<>();
    entries.forEach(entry -> keyed.put(entry.key().text(), entry));
    return keyed;
  }

  /** The same with entries for further keys; keys that are there already keep theirs. */
  public Baseline with(Collection<BaselineEntry> further) {
    Map<String, BaselineEntry> all = new TreeMap<>();
    entries.forEach(entry -> all.put(entry.key().text(), entry));
    further.forEach(entry -> all.putIfAbsent(entry.key().text(), entry));
    return of(List.copyOf(all.values()));
  }

  /** The same without some entries. */
  public Baseline without(Collection<BaselineEntry> gone) {
    Set<ViolationKey> keys =
        gone.stream().map(BaselineEntry::key).collect(Collectors.toUnmodifiableSet());
    return of(entries.stream().filter(entry -> !keys.contains(entry.key())).toList());
  }

  /** The same with other entries. */
  public Baseline of(List<BaselineEntry> others) {
    return new Baseline(staleAfter, renames, others);
  }

  /** The same with other renames. */
  public Baseline renamed(Renames others) {
    return new Baseline(staleAfter, others, entries);
  }
}
