package dev.watershed.rules.fleet;

import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.ownership.Claims;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who owns and may read which tables by declaration, also tables that are not there yet. */
public final class TableClaims {

  private final Claims claims;

  private TableClaims(Claims claims) {
    this.claims = claims;
  }

  /** By claims that people declared. */
  public static TableClaims of(Claims claims) {
    return new TableClaims(claims);
  }

  /** Whether anybody owns anything. */
  public boolean any() {
    return !claims.owns().isEmpty();
  }

  /**
   * The service that owns a table: of the patterns of one sort of source that fit, the one with
   * more literal characters wins. Empty where nobody claims it, or several with the same right.
   */
  public Optional<String> owner(String schema, String table) {
    SortedSet<String> owners = new TreeSet<>();
    fitting(claims.owns(), schema, table)
        .collect(Collectors.groupingBy(Claim::kind))
        .values()
        .forEach(claimed -> owners.addAll(mostSpecific(claimed)));
    return owners.size() == 1 ? Optional.of(owners.first()) : Optional.empty();
  }

  /** Whether anybody claims to own a table. */
  public boolean claimed(String schema, String table) {
    return fitting(claims.owns(), schema, table).findAny().isPresent();
  }

  /** Whether a service owns a table or may read it. */
  public boolean mayRead(String service, String schema, String table) {
    return owns(service, schema, table)
        || services(fitting(claims.reads(), schema, table)).contains(service);
  }

  /** Whether a service is the owner of a table. */
  public boolean owns(String service, String schema, String table) {
    return owner(schema, table).filter(service::equals).isPresent();
  }

  private static List<String> mostSpecific(List<Claim> claimed) {
    int literals =
        claimed.stream().mapToInt(claim -> claim.pattern().literalCharacters()).max().orElse(0);
    return services(
        claimed.stream().filter(claim -> claim.pattern().literalCharacters() == literals));
  }

  private static Stream<Claim> fitting(List<Claim> claims, String schema, String table) {
    return claims.stream().filter(claim -> claim.pattern().matches(schema, table));
  }

  private static List<String> services(Stream<Claim> claims) {
    return claims.flatMap(claim -> claim.party().service().stream()).toList();
  }
}
