package dev.watershed.collector.server.topology;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProduct;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdentityClaimsTest {

  private final IdentityClaims claims = new IdentityClaims();

  private static ServerIdentity server(String id) {
    return new ServerIdentity(ServerProduct.MYSQL, "9.7.4", id, Instant.EPOCH, false);
  }

  @Test
  void oneNameStandsForAServer() throws ServerException {
    claims.claim("booking-1", server("one"));
    claims.claim("booking-1", server("one"));
    claims.claim("booking-2", server("two"));

    assertThatThrownBy(() -> claims.claim("reader", server("one")))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("the same server answers as for booking-1 (one)")
        .hasMessageContaining("leave reader out");
  }

  @Test
  void aNameThatLeadsElsewhereLetsItsServerGo() throws ServerException {
    claims.claim("booking-1", server("one"));
    claims.claim("booking-1", server("three"));

    assertThatCode(() -> claims.claim("booking-2", server("one"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> claims.claim("booking-1", server("one")))
        .isInstanceOf(ServerException.class);
  }
}
