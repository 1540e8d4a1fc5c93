package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which table a target gives to whom. Of several patterns that fit, the one with the most literal
 * characters counts, as with {@code owns}; the first one of equals, if these give the table to the
 * same owner. A table that no pattern fits by its schema may have arrived already: then a pattern
 * fits that leads into its schema and has its name, unless all of the name is a wildcard. Tables
 * that statements name and no catalog has are not there.
 */
final class TargetTables {

  private static final int NONE = -1;

  /** A pattern that fits, by its place in the target. */
  private record Claim(int entry, TargetPattern pattern, int strength) {}

  private final TargetArchitecture target;
  private final CoupledTables tables;
  private final int[] entries;
  private final Map<String, TargetPattern> unmatched = new TreeMap<>();
  private final List<TargetProblem> contradictions = new ArrayList<>();

  private TargetTables(TargetArchitecture target, CoupledTables tables) {
    this.target = target;
    this.tables = tables;
    entries = new int[tables.size()];
  }

  static TargetTables of(TargetArchitecture target, CoupledTables tables) {
    TargetTables found = new TargetTables(target, tables);
    target
        .owners()
        .forEach(
            owner ->
                owner.tables().forEach(each -> found.unmatched.putIfAbsent(each.place(), each)));
    for (int table = 0; table < found.entries.length; table++) {
      found.entries[table] = exists(tables.get(table)) ? found.entryOf(table) : NONE;
    }
    return found;
  }

  static boolean exists(CoupledTable table) {
    return table.kind() != CoupledTable.Kind.MISSING;
  }

  /** The place of the entry in the target that names a table; empty if none does. */
  OptionalInt entry(int table) {
    return entries[table] == NONE ? OptionalInt.empty() : OptionalInt.of(entries[table]);
  }

  /** The tables that are named, ascending. */
  IntStream named() {
    return IntStream.range(0, entries.length).filter(table -> entries[table] != NONE);
  }

  /** Patterns that fit no table, and tables that several owners are given. */
  List<TargetProblem> problems() {
    List<TargetProblem> problems = new ArrayList<>(contradictions);
    List<String> names =
        tables.all().stream()
            .filter(TargetTables::exists)
            .map(CoupledTable::qualifiedName)
            .distinct()
            .toList();
    unmatched
        .values()
        .forEach(
            each ->
                problems.add(
                    new TargetProblem(
                        each.place(),
                        "no table fits " + each.pattern().text(),
                        each.pattern().text(),
                        names,
                        false)));
    return problems;
  }

  private int entryOf(int table) {
    CoupledTable named = tables.get(table);
    List<Claim> claims = new ArrayList<>();
    List<Claim> arrived = new ArrayList<>();
    for (int entry = 0; entry < target.owners().size(); entry++) {
      Optional<String> schema = target.owners().get(entry).schema();
      for (TargetPattern each : target.owners().get(entry).tables()) {
        TablePattern pattern = each.pattern();
        if (pattern.matches(named.schema(), named.name())) {
          unmatched.remove(each.place());
          claims.add(new Claim(entry, each, pattern.literalCharacters()));
        } else if (schema.filter(named.schema()::equals).isPresent()
            && pattern.table().literalCharacters() > 0
            && pattern.table().matches(named.name())) {
          arrived.add(new Claim(entry, each, pattern.table().literalCharacters()));
        }
      }
    }
    if (claims.isEmpty()) {
      arrived.forEach(claim -> unmatched.remove(claim.pattern().place()));
    }
    return strongest(table, claims.isEmpty() ? arrived : claims);
  }

  private int strongest(int table, List<Claim> claims) {
    Optional<Claim> best = Optional.empty();
    for (Claim claim : claims) {
      if (best.isEmpty() || claim.strength() > best.get().strength()) {
        best = Optional.of(claim);
      }
    }
    for (Claim claim : claims) {
      if (claim.strength() == best.get().strength() && !agree(claim, best.get())) {
        contradictions.add(
            new TargetProblem(
                claim.pattern().place(),
                tables.label(table)
                    + " is named twice: "
                    + claim.pattern().pattern().text()
                    + " fits it as well as "
                    + best.get().pattern().pattern().text()
                    + " at "
                    + best.get().pattern().place(),
                "",
                List.of(),
                true));
      }
    }
    return best.map(Claim::entry).orElse(NONE);
  }

  private boolean agree(Claim one, Claim other) {
    TargetOwner first = target.owners().get(one.entry());
    TargetOwner second = target.owners().get(other.entry());
    return one.entry() == other.entry()
        || first.owner().equals(second.owner())
            && first.schema().equals(second.schema())
            && first.dataSet().equals(second.dataSet());
  }
}
