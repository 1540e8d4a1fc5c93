package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserHostTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          app[app] @ web-1 [10.2.3.4]        | app        | 10.2.3.0/24
          app[app] @  [10.2.3.4]             | app        | 10.2.3.0/24
          app[app] @ localhost []            | app        | localhost
          app[login] @ 10.2.3.4 []           | app        | 10.2.3.0/24
          [SQL_SLAVE] @  []                  | SQL_SLAVE  | ''
          []  @  []                          | '[]'       | []
          proxy user[x] @ h.example [::1]    | proxy user | ::1
          a[a] @ h [2001:db8:1:2:3:4:5:6]    | a          | 2001:db8:1:2::/64
          a[a] @ h [fe80::1]                 | a          | fe80::1
          app@web-1                          | app        | web-1
          nonsense                           | nonsense   | ''
          """)
  void readsAccountAndNetwork(String line, String user, String host) {
    assertThat(UserHost.parse(line, 24)).isEqualTo(new UserHost(user, host));
  }

  @Test
  void aLineThatIsDamagedMayBeLong() {
    String line = "[".repeat(300_000) + "] @ h [10.2.3.4]";
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> UserHost.parse(line, 24));
  }

  @ParameterizedTest
  @CsvSource({"32, 10.2.3.4", "16, 10.2.0.0/16", "0, 0.0.0.0/0", "25, 10.2.3.0/25"})
  void networksAreAsWideAsConfigured(int bits, String host) {
    assertThat(UserHost.parse("a[a] @  [10.2.3.4]", bits).host()).isEqualTo(host);
  }
}
