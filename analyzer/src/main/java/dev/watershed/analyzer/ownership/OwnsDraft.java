package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What to write under {@code owns}, so that the tables with a proposed owner get it and no other
 * table changes.
 *
 * @param additions per service or module, in the order of their names
 * @param inexpressible tables that no pattern can name alone, {@code schema.table}
 */
public record OwnsDraft(List<Addition> additions, List<String> inexpressible) {

  /**
   * Patterns to add.
   *
   * @param tables how many tables they match
   */
  public record Addition(Attribution party, List<String> patterns, int tables) {

    public Addition {
      patterns = List.copyOf(patterns);
    }
  }

  public OwnsDraft {
    additions = List.copyOf(additions);
    inexpressible = List.copyOf(inexpressible);
  }

  /** Drafts it. */
  public static OwnsDraft of(CouplingInput input, Ownership ownership) {
    SortedMap<String, Set<String>> all = new TreeMap<>();
    SortedMap<Integer, SortedMap<String, Set<String>>> own = new TreeMap<>();
    Set<String> divided = divided(input, ownership);
    for (int table = 0; table < input.tables().size(); table++) {
      CoupledTable named = input.tables().get(table);
      all.computeIfAbsent(named.schema(), key -> new TreeSet<>()).add(named.name());
      if (ownership.of(table).status().proposed()
          && !ownership.declared().disputed(table)
          && !divided.contains(named.qualifiedName())) {
        own.computeIfAbsent(ownership.owner(table).orElseThrow(), key -> new TreeMap<>())
            .computeIfAbsent(named.schema(), key -> new TreeSet<>())
            .add(named.name());
      }
    }
    List<Addition> additions = new ArrayList<>();
    Set<String> inexpressible = new TreeSet<>(divided);
    own.forEach(
        (party, schemas) -> {
          List<String> patterns = new ArrayList<>();
          int tables = 0;
          for (Map.Entry<String, Set<String>> schema : schemas.entrySet()) {
            PatternCompression.Result result =
                PatternCompression.of(schema.getKey(), schema.getValue(), all.get(schema.getKey()));
            patterns.addAll(result.patterns());
            inexpressible.addAll(result.inexpressible());
            tables += schema.getValue().size() - result.inexpressible().size();
          }
          additions.add(new Addition(input.parties().attribution(party), patterns, tables));
        });
    return new OwnsDraft(additions, List.copyOf(inexpressible));
  }

  /** Names that several sets of data have with other owners: a pattern means all of them. */
  private static Set<String> divided(CouplingInput input, Ownership ownership) {
    Set<String> divided = new TreeSet<>();
    TreeMap<String, Set<OptionalInt>> owners = new TreeMap<>();
    Set<String> proposed = new HashSet<>();
    for (int table = 0; table < input.tables().size(); table++) {
      String name = input.tables().get(table).qualifiedName();
      owners.computeIfAbsent(name, key -> new HashSet<>()).add(ownership.owner(table));
      if (ownership.of(table).status().proposed()) {
        proposed.add(name);
      }
    }
    owners.forEach(
        (name, of) -> {
          if (of.size() > 1 && proposed.contains(name)) {
            divided.add(name);
          }
        });
    return divided;
  }

  /** The patterns of the draft as claims of a configuration. */
  public List<Claim> claims() {
    return additions.stream()
        .flatMap(
            addition ->
                addition.patterns().stream()
                    .map(pattern -> new Claim(addition.party(), TablePattern.parse(pattern))))
        .toList();
  }

  /**
   * The tables that do not get their proposed owner, or that get another one, when claims that were
   * read back stand in the configuration: none, if the draft is right.
   *
   * @param before the claims of the configuration
   * @param added those that were read back
   */
  public List<String> wrongWith(
      CouplingInput input,
      Ownership ownership,
      Claims before,
      List<Claim> added,
      PartyLevel level) {
    List<Claim> owns = new ArrayList<>(before.owns());
    owns.addAll(added);
    DeclaredOwners after =
        DeclaredOwners.of(new Claims(owns, before.reads()), input.tables(), input.parties(), level);
    List<String> wrong = new ArrayList<>();
    for (int table = 0; table < input.tables().size(); table++) {
      TableOwner owner = ownership.of(table);
      String name = input.tables().get(table).qualifiedName();
      boolean drafted =
          owner.status().proposed()
              && !ownership.declared().disputed(table)
              && !inexpressible.contains(name);
      var expected = drafted ? owner.owner() : ownership.declared().owner(table);
      if (!after.owner(table).equals(expected)) {
        wrong.add(input.tables().label(table));
      }
    }
    return wrong;
  }
}
