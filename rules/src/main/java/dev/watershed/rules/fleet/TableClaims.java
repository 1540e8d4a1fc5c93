package dev.watershed.rules.fleet;

import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.ownership.Claims;
import java.util.List;
import java.util.Optional;

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

  /** The service that owns a table; the first by name where several claim it. */
  public Optional<String> owner(String schema, String table) {
    return parties(claims.owns(), schema, table).stream().sorted().findFirst();
  }

  /** Whether a service owns a table or may read it. */
  public boolean mayRead(String service, String schema, String table) {
    return owns(service, schema, table) || parties(claims.reads(), schema, table).contains(service);
  }

  /** Whether a service claims a table. */
  public boolean owns(String service, String schema, String table) {
    return parties(claims.owns(), schema, table).contains(service);
  }

  private static List<String> parties(List<Claim> claims, String schema, String table) {
    return claims.stream()
        .filter(claim -> claim.pattern().matches(schema, table))
        .flatMap(claim -> claim.party().service().stream())
        .toList();
  }
}
