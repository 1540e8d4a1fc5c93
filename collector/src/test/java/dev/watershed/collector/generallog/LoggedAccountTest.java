package dev.watershed.collector.generallog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedAccountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          root@172.17.0.1 on shop using SSL/TLS       | root     | 172.17.0.0/24 | shop
          root@172.17.0.1 on  using TCP/IP            | root     | 172.17.0.0/24 | ''
          root@localhost on                           | root     | localhost  | ''
          root@localhost on shop                      | root     | localhost  | shop
          odd name@h on odd on db using Named Pipe    | odd name | h          | odd on db
          a@b@h on shop using Socket                  | a@b      | h          | shop
          joe@h as anonymous on shop using Socket     | joe      | h          | shop
          joe@h as app on shop using Socket           | app      | h          | shop
          Access denied for user 'x'@'h' (using password: YES) | |            |
          something else                              |          |            |
          """)
  void theArgumentTellsAccountAndSchema(String text, String user, String host, String schema) {
    Optional<Session> expected =
        Optional.ofNullable(user)
            .map(name -> new Session(name, host, Optional.empty()).using(schema));
    assertThat(LoggedAccount.session(text, 24)).isEqualTo(expected);
  }
}
