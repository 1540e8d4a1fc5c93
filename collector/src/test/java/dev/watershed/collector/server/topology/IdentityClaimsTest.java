package dev.watershed.collector.server.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.server.Counted;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProduct;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityClaimsTest {

  private static final Instant EARLY = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-23T03:00:00Z");

  private final IdentityClaims claims = new IdentityClaims();

  private static ServerIdentity server(String id) {
    return new ServerIdentity(ServerProduct.MYSQL, "9.7.4", id, Instant.EPOCH, false);
  }

  @Test
  void oneNameStandsForAServer() throws ServerException {
    claims.claim("booking-1", server("one"));
    claims.claim("booking-1", server("one"));
    claims.claim("booking-2", server("two"));

    assertRefused("reader", "one", "booking-1");
  }

  @Test
  void aNameThatLeadsElsewhereLetsItsServerGo() throws ServerException {
    claims.claim("booking-1", server("one"));
    claims.claim("booking-1", server("three"));
    claims.claim("booking-2", server("one"));

    assertRefused("booking-1", "one", "booking-2");
  }

  @Test
  void namesThatSwapTheirServersWaitForOneAnother() throws ServerException {
    claims.claim("booking-1", server("one"));
    claims.claim("booking-2", server("two"));
    assertRefused("booking-1", "two", "booking-2");
    claims.claim("booking-2", server("one"));
    claims.claim("booking-1", server("two"));

    assertRefused("booking-1", "one", "booking-2");
  }

  @Test
  void whoCountedAServerLastKeepsItFromRunToRun() throws ServerException {
    claims.remember("booking-1", List.of(new Counted("one", EARLY)), true);
    claims.remember("booking-2", List.of(new Counted("one", LATE)), true);
    claims.remember("booking-3", List.of(new Counted("one", EARLY)), true);

    assertRefused("booking-1", "one", "booking-2");
    assertThat(claims.claim("booking-2", server("one"))).contains(EARLY);
  }

  @Test
  void aNameThatIsNotInTheConfigurationAnyMoreKeepsNothing() throws ServerException {
    claims.remember("booking-1", List.of(new Counted("one", EARLY)), true);
    claims.remember("renamed", List.of(new Counted("one", LATE)), false);

    assertThat(claims.claim("booking-1", server("one")))
        .as("counted until then under the other name")
        .contains(LATE);
  }

  @Test
  void whatANameCountedItselfIsNotAnothers() throws ServerException {
    claims.remember("booking-1", List.of(new Counted("one", EARLY)), true);
    claims.count("booking-1", "one", LATE);
    assertThat(claims.claim("booking-1", server("one"))).isEmpty();
    claims.claim("booking-1", server("two"));

    assertThat(claims.claim("booking-2", server("one"))).contains(LATE);
  }

  /** A name keeps the server that it led to last, and no one before. */
  @Test
  void whatANameCountedBeforeItLedElsewhereIsRemembered() throws ServerException {
    List<Counted> servers = List.of(new Counted("two", LATE), new Counted("one", EARLY));
    claims.remember("booking-1", servers, true);

    assertThat(claims.claim("booking-2", server("one"))).contains(EARLY);
    assertRefused("booking-3", "two", "booking-1");
  }

  private void assertRefused(String name, String id, String holder) {
    assertThatThrownBy(() -> claims.claim(name, server(id)))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("the same server answers as for " + holder + " (" + id + ")")
        .hasMessageContaining("leave " + name + " out");
  }
}
