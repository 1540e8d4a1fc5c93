package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The owners that the configuration declares. Of several patterns that fit a table, the one with
 * more literal characters wins, as with {@code match}: {@code shop.slot_%} before {@code shop.%}.
 * Where several parties have equally specific ones, nobody is declared.
 */
public final class DeclaredOwners {

  private static final int NOBODY = -1;

  /**
   * A table that several own by equally specific patterns.
   *
   * @param claims of at least two parties
   */
  public record OwnedTwice(int table, List<Claim> claims) {

    public OwnedTwice {
      claims = List.copyOf(claims);
    }
  }

  private final int[] owners;
  private final List<Optional<Claim>> winning;
  private final List<OwnedTwice> ownedTwice;
  private final List<Claim> withoutTables;

  private DeclaredOwners(
      int[] owners,
      List<Optional<Claim>> winning,
      List<OwnedTwice> ownedTwice,
      List<Claim> withoutTables) {
    this.owners = owners;
    this.winning = winning;
    this.ownedTwice = List.copyOf(ownedTwice);
    this.withoutTables = List.copyOf(withoutTables);
  }

  /** Applies claims to tables. */
  public static DeclaredOwners of(
      Claims claims, CoupledTables tables, Parties parties, PartyLevel level) {
    boolean[] fits = new boolean[claims.owns().size()];
    int[] owners = new int[tables.size()];
    Arrays.fill(owners, NOBODY);
    List<Optional<Claim>> winning = new ArrayList<>();
    List<OwnedTwice> twice = new ArrayList<>();
    for (int table = 0; table < tables.size(); table++) {
      List<Claim> best = mostSpecific(claims.owns(), tables.get(table), fits);
      int[] own =
          best.stream()
              .mapToInt(claim -> parties.find(level.of(claim.party())).orElse(NOBODY))
              .distinct()
              .toArray();
      winning.add(own.length == 1 ? Optional.of(best.get(0)) : Optional.empty());
      if (own.length == 1) {
        owners[table] = own[0];
      } else if (own.length > 1) {
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

  private static List<Claim> mostSpecific(List<Claim> claims, CoupledTable table, boolean[] fits) {
    List<Claim> best = new ArrayList<>();
    int literals = NOBODY;
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      if (claim.pattern().matches(table.schema(), table.name())) {
        fits[i] = true;
        int own = claim.pattern().literalCharacters();
        if (own > literals) {
          best.clear();
          literals = own;
        }
        if (own == literals) {
          best.add(claim);
        }
      }
    }
    return best;
  }

  /** The party that is declared to own a table. */
  public OptionalInt owner(int table) {
    return owners[table] == NOBODY ? OptionalInt.empty() : OptionalInt.of(owners[table]);
  }

  /** What declares it. */
  public Optional<Claim> claim(int table) {
    return winning.get(table);
  }

  /** The tables that several own. */
  public List<OwnedTwice> ownedTwice() {
    return ownedTwice;
  }

  /** Claims to own what does not exist: no table fits their pattern. */
  public List<Claim> withoutTables() {
    return withoutTables;
  }
}
