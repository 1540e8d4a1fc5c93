package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.service.Attribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The owners that the configuration and other files declare. Of several patterns of one sort of
 * source that fit a table, the one with more literal characters wins, as with {@code match}: {@code
 * shop.slot_%} before {@code shop.%}. Where several parties have equally specific ones, or sources
 * name different parties, nobody is declared.
 */
public final class DeclaredOwners {

  private static final int NOBODY = -1;

  /**
   * A table that several own, by equally specific patterns of one source or by several sources.
   *
   * @param claims of at least two parties
   */
  public record OwnedTwice(int table, List<Claim> claims) {

    public OwnedTwice {
      claims = List.copyOf(claims);
    }

    /** Whether it is sources that disagree. */
    public boolean betweenSources() {
      return claims.stream().map(Claim::kind).distinct().count() > 1;
    }
  }

  private final int[] owners;
  private final List<List<Claim>> winning;
  private final List<OwnedTwice> ownedTwice;
  private final List<Claim> withoutTables;
  private final BitSet disputed = new BitSet();

  private DeclaredOwners(
      int[] owners,
      List<List<Claim>> winning,
      List<OwnedTwice> ownedTwice,
      List<Claim> withoutTables) {
    this.owners = owners;
    this.winning = List.copyOf(winning);
    this.ownedTwice = List.copyOf(ownedTwice);
    this.withoutTables = List.copyOf(withoutTables);
    ownedTwice.stream()
        .filter(OwnedTwice::betweenSources)
        .forEach(twice -> disputed.set(twice.table()));
  }

  /** Applies claims to tables. */
  public static DeclaredOwners of(
      Claims claims, CoupledTables tables, Parties parties, PartyLevel level) {
    boolean[] fits = new boolean[claims.owns().size()];
    int[] owners = new int[tables.size()];
    Arrays.fill(owners, NOBODY);
    List<List<Claim>> winning = new ArrayList<>();
    List<OwnedTwice> twice = new ArrayList<>();
    FittingClaims fitting = new FittingClaims(claims.owns());
    for (int table = 0; table < tables.size(); table++) {
      List<Integer> own = fitting.of(tables.get(table));
      own.forEach(claim -> fits[claim] = true);
      List<Claim> best = mostSpecific(own.stream().map(claims.owns()::get).toList());
      int[] declared =
          finest(best, level).stream()
              .mapToInt(party -> parties.find(party).orElse(NOBODY))
              .distinct()
              .toArray();
      winning.add(declared.length == 1 ? best : List.of());
      if (declared.length == 1) {
        owners[table] = declared[0];
      } else if (declared.length > 1) {
        twice.add(new OwnedTwice(table, best));
      }
    }
    List<Claim> without = new ArrayList<>();
    for (int claim = 0; claim < fits.length; claim++) {
      if (!fits[claim]) {
        without.add(claims.owns().get(claim));
      }
    }
    return new DeclaredOwners(owners, winning, twice, without);
  }

  /** The most specific of the claims of each sort of source, the configuration's first. */
  private static List<Claim> mostSpecific(List<Claim> fitting) {
    Map<Optional<ClaimSource.Kind>, List<Claim>> best = new LinkedHashMap<>();
    for (Claim claim : fitting) {
      List<Claim> own = best.computeIfAbsent(claim.kind(), kind -> new ArrayList<>());
      int literals = own.isEmpty() ? NOBODY : own.get(0).pattern().literalCharacters();
      if (claim.pattern().literalCharacters() > literals) {
        own.clear();
        literals = claim.pattern().literalCharacters();
      }
      if (claim.pattern().literalCharacters() == literals) {
        own.add(claim);
      }
    }
    return best.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The parties of claims. Where one source names a service and another a module of it, they agree,
   * and it is the module's.
   */
  private static Set<Attribution> finest(List<Claim> claims, PartyLevel level) {
    Set<Attribution> parties = new LinkedHashSet<>();
    for (Claim claim : claims) {
      Attribution party = level.of(claim.party());
      boolean refined =
          party.module().isEmpty()
              && claims.stream()
                  .anyMatch(
                      other ->
                          !other.kind().equals(claim.kind())
                              && other.party().service().equals(party.service())
                              && level.of(other.party()).module().isPresent());
      if (!refined) {
        parties.add(party);
      }
    }
    return parties;
  }

  /** The party that is declared to own a table. */
  public OptionalInt owner(int table) {
    return owners[table] == NOBODY ? OptionalInt.empty() : OptionalInt.of(owners[table]);
  }

  /** What declares it, in all sources that agree; none where nobody is declared. */
  public List<Claim> claims(int table) {
    return winning.get(table);
  }

  /** The tables that several own. */
  public List<OwnedTwice> ownedTwice() {
    return ownedTwice;
  }

  /** Whether sources disagree about a table: one more pattern would not make them agree. */
  public boolean disputed(int table) {
    return disputed.get(table);
  }

  /** Claims to own what does not exist: no table fits their pattern. */
  public List<Claim> withoutTables() {
    return withoutTables;
  }
}
