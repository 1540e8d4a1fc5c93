package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** All tables by index, in the order of schema, name and set of data. */
public final class CoupledTables {

  private record Key(String dataSet, String schema, String name) {

    static Key of(CoupledTable table) {
      return new Key(table.dataSet(), table.schema(), table.name());
    }
  }

  private final List<CoupledTable> tables;
  private final List<String> labels;
  private final Map<Key, Integer> indexes = new HashMap<>();
  private final Set<String> several = new HashSet<>();

  /**
   * @param tables in any order; each at most once
   */
  public CoupledTables(Collection<CoupledTable> tables) {
    this.tables = tables.stream().sorted().toList();
    Set<String> seen = new HashSet<>();
    for (int table = 0; table < this.tables.size(); table++) {
      CoupledTable each = this.tables.get(table);
      if (indexes.put(Key.of(each), table) != null) {
        throw new IllegalArgumentException(each.qualifiedName() + " twice on " + each.dataSet());
      }
      if (!seen.add(each.qualifiedName())) {
        several.add(each.qualifiedName());
      }
    }
    labels = this.tables.stream().map(this::labelOf).toList();
  }

  /** How many there are. */
  public int size() {
    return tables.size();
  }

  /** A table by its index. */
  public CoupledTable get(int table) {
    return tables.get(table);
  }

  /** All of them. */
  public List<CoupledTable> all() {
    return tables;
  }

  /** The index of a table. */
  public OptionalInt find(String dataSet, String schema, String name) {
    Integer found = indexes.get(new Key(dataSet, schema, name));
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /**
   * What tells a table from all others: {@code schema.table}, with {@code @dataSet} where several
   * sets of data have one of this name.
   */
  public String label(int table) {
    return labels.get(table);
  }

  /** The same by names: {@code schema.table} where nothing knows it. */
  public String label(String dataSet, String schema, String name) {
    OptionalInt known = find(dataSet, schema, name);
    return known.isPresent() ? label(known.getAsInt()) : schema + "." + name;
  }

  private String labelOf(CoupledTable named) {
    return several.contains(named.qualifiedName())
        ? named.qualifiedName() + "@" + named.dataSet()
        : named.qualifiedName();
  }

  /**
   * The pattern that means a table and no other that exists; empty where other sets of data have
   * one of its name, or no pattern can tell its name from another's.
   */
  public Optional<TablePattern> patternOf(int table) {
    CoupledTable named = tables.get(table);
    TablePattern pattern = TablePattern.naming(named.schema(), named.name());
    boolean plain = pattern.text().indexOf('?') < 0;
    return plain && !several.contains(named.qualifiedName()) || existing(pattern) == 1
        ? Optional.of(pattern)
        : Optional.empty();
  }

  private long existing(TablePattern pattern) {
    return tables.stream()
        .filter(each -> each.kind() != CoupledTable.Kind.MISSING)
        .filter(each -> pattern.matches(each.schema(), each.name()))
        .count();
  }

  /** The tables of each name that several sets of data have: names to these sets, in order. */
  public Map<String, List<String>> namesOfSeveral() {
    Map<String, List<String>> names = new TreeMap<>();
    for (CoupledTable table : tables) {
      if (several.contains(table.qualifiedName())) {
        names.computeIfAbsent(table.qualifiedName(), any -> new ArrayList<>()).add(table.dataSet());
      }
    }
    return names;
  }
}
