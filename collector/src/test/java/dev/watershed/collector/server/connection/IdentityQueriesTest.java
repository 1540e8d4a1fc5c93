package dev.watershed.collector.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProduct;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityQueriesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @Test
  void theServersOwnIdIsTaken() throws SQLException {
    ServerIdentity identity =
        of(Map.of("SERVER_UUID", "u-1", "UPTIME", "60", "VERSION", "9.7.4", "READ_ONLY", "ON"));

    assertThat(identity.id()).isEqualTo("u-1");
    assertThat(identity.startedAt()).isEqualTo("2026-11-23T01:59:00Z");
    assertThat(identity.version()).isEqualTo("9.7.4");
    assertThat(identity.readOnly()).isTrue();
  }

  @Test
  void serversOfOneMachineAreToldApart() throws SQLException {
    assertThat(of(Map.of("SERVER_UID", "x=", "PORT", "3307", "UPTIME", "0")).id())
        .isEqualTo("x=:3307");
  }

  @Test
  void withoutAnIdTheMachineAndFolderStandForIt() throws SQLException {
    Map<String, String> values =
        Map.of("HOSTNAME", "h", "PORT", "3306", "SERVER_ID", "1", "DATADIR", "/d/", "UPTIME", "1");

    assertThat(of(values).id()).isEqualTo("h:3306:1:/d/");
  }

  @Test
  void withoutUptimeNothingIsKnown() {
    assertThatThrownBy(() -> of(Map.of())).hasMessageContaining("uptime");
  }

  private static ServerIdentity of(Map<String, String> values) throws SQLException {
    return IdentityQueries.identity(ServerProduct.MYSQL, new IdentityQueries.Answer(NOW, values));
  }
}
