package dev.watershed.rules.gate;

import dev.watershed.rules.verdict.ViolationKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has another name since a baseline was made: old names to new ones. All hold at once, so that
 * two may change places.
 *
 * @param services services, and modules as {@code service/module}
 * @param tables {@code schema.table}, or {@code schema.*} for all of a schema
 * @param rules rules
 */
public record Renames(
    SortedMap<String, String> services,
    SortedMap<String, String> tables,
    SortedMap<String, String> rules) {

  /** Everything is called as it was. */
  public static final Renames NONE = new Renames(Map.of(), Map.of(), Map.of());

  private static final String ALL = ".*";

  public Renames {
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    if (new HashSet<>(tables.values()).size() < tables.size()) {
      throw new IllegalArgumentException("two tables cannot have become one");
    }
    tables.forEach(
        (from, to) -> {
          if (from.endsWith(ALL) != to.endsWith(ALL) || !from.contains(".") || !to.contains(".")) {
            throw new IllegalArgumentException(
                from + ": " + to + "; expected schema.table twice, or schema.* twice");
          }
        });
  }

  /** The same of maps in any order. */
  public Renames(
      Map<String, String> services, Map<String, String> tables, Map<String, String> rules) {
    this(new TreeMap<>(services), new TreeMap<>(tables), new TreeMap<>(rules));
  }

  /** Whether nothing has another name. */
  public boolean isEmpty() {
    return services.isEmpty() && tables.isEmpty() && rules.isEmpty();
  }

  /** What a rule is called now. */
  public String rule(String old) {
    return rules.getOrDefault(old, old);
  }

  /** A key under the new names; its detail stays as it is. */
  public ViolationKey renamed(ViolationKey old) {
    return new ViolationKey(
        rule(old.rule()),
        services.getOrDefault(old.service(), old.service()),
        table(old.table()),
        old.detail());
  }

  private String table(String old) {
    return moved(old, tables).orElse(old);
  }

  /** What a table was called before. */
  String formerTable(String name) {
    SortedMap<String, String> back = new TreeMap<>();
    tables.forEach((from, to) -> back.put(to, from));
    return moved(name, back).orElse(name);
  }

  /** What a service may have been called before, its own name among them. */
  Set<String> formerServices(String name) {
    return former(name, services);
  }

  /** What a rule may have been called before, its own name among them. */
  Set<String> formerRules(String name) {
    return former(name, rules);
  }

  /** Every combination of names that may have been a list before. */
  List<List<String>> formerNames(List<String> names) {
    List<List<String>> all = List.of(List.of());
    for (String name : names) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> begun : all) {
        for (String former : formerServices(formerTable(name))) {
          List<String> extended = new ArrayList<>(begun);
          extended.add(former);
          longer.add(extended);
        }
      }
      all = longer;
    }
    return all;
  }

  private static Set<String> former(String name, Map<String, String> renames) {
    Set<String> names = new LinkedHashSet<>();
    names.add(name);
    renames.forEach(
        (from, to) -> {
          if (to.equals(name)) {
            names.add(from);
          }
        });
    return names;
  }

  /**
   * Also of a label, {@code schema.table@dataSet}: what a table is called that several sets of data
   * have.
   */
  private static Optional<String> moved(String table, Map<String, String> renames) {
    int at = table.lastIndexOf('@');
    Optional<String> exact =
        Optional.ofNullable(renames.get(table))
            .or(
                () ->
                    Optional.ofNullable(renames.get(table.substring(0, Math.max(0, at))))
                        .map(to -> to + table.substring(at)));
    int dot = table.indexOf('.');
    if (exact.isPresent() || dot < 0) {
      return exact;
    }
    return Optional.ofNullable(renames.get(table.substring(0, dot) + ALL))
        .map(to -> to.substring(0, to.length() - 1) + table.substring(dot + 1));
  }
}
