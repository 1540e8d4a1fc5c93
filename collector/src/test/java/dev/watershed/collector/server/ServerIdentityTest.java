package dev.watershed.collector.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.ServerIdentity.Continuity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerIdentityTest {

  private static final Instant STARTED = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant SEEN = Instant.parse("2026-11-23T03:00:00Z");

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "a, 2026-11-23T02:00:00Z, SAME_PROCESS,  'the same'",
    "a, 2026-11-23T02:00:01Z, SAME_PROCESS,  'an uptime of whole seconds'",
    "a, 2026-11-23T03:00:20Z, RESTARTED,     'started after it was seen'",
    "a, 2026-11-23T02:59:59Z, RESTARTED,     'started in the second in which it was seen'",
    "a, 2026-11-23T02:30:00Z, OTHER_SERVER,  'a process that ran beside the one that was seen'",
    "a, 2026-11-20T02:00:00Z, OTHER_SERVER,  'an older process'",
    "b, 2026-11-23T02:00:00Z, OTHER_SERVER,  'another server'",
    "b, 2026-11-23T03:00:20Z, OTHER_SERVER,  'another server that was just started'",
  })
  void countersBelongToOneProcess(String id, Instant started, Continuity expected, String why) {
    ServerIdentity before = identity("a", STARTED);

    assertThat(identity(id, started).since(before, SEEN)).as(why).isEqualTo(expected);
  }

  @Test
  void aServerThatIsStartedAgainAtOnceIsSeen() {
    ServerIdentity before = identity("a", STARTED);

    assertThat(identity("a", STARTED.plusSeconds(2)).since(before, STARTED.plusSeconds(1)))
        .isEqualTo(Continuity.RESTARTED);
  }

  @ParameterizedTest
  @CsvSource({
    "9.7.4-2 (Debian),                    MYSQL",
    "8.0.36-28 Percona Server (GPL),      MYSQL",
    "10.11.18-MariaDB-0+deb12u1 Debian,   MARIADB",
    "5.5.5-10.6.12-MariaDB Source,        MARIADB",
    "11.4.2 mariadb.org binary,           MARIADB",
  })
  void theProductIsNamedInTheVersion(String version, ServerProduct product) {
    assertThat(ServerProduct.of(version)).isEqualTo(product);
  }

  private static ServerIdentity identity(String id, Instant started) {
    return new ServerIdentity(ServerProduct.MYSQL, "9.7.4", id, started, false);
  }
}
