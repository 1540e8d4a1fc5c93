package dev.watershed.collector.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the driver itself says of addresses that lead nowhere. */
class ServerFailuresTest {

  private static final ServerLimits LIMITS =
      new ServerLimits(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:mysql://nowhere.invalid:3306/      | UNKNOWN_HOST | its host is not known",
        "jdbc:mysql://127.0.0.1:1/               | REFUSED      | nobody listens",
        "jdbc:mariadb://127.0.0.1:1/             | BAD_ADDRESS  | for MariaDB as well",
        "127.0.0.1                               | BAD_ADDRESS  | expected jdbc:mysql://",
        "jdbc:mysql://u:the secret/b@127.0.0.1/  | BAD_ADDRESS  | its url cannot be read",
        "jdbc:mysql://127.0.0.1:the secret/      | BAD_ADDRESS  | its url cannot be read",
        "jdbc:mysql://127.0.0.1/?%zz=the secret  | BAD_ADDRESS  | its url cannot be read",
        "jdbc:mysql://127.0.0.1:1/?sslMode=WRONG | BAD_ADDRESS  | VERIFY_IDENTITY",
      })
  void anAddressThatLeadsNowhereSaysWhy(String url, ServerProblem problem, String part) {
    fails(url, problem, part);
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fails(
          "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/",
          ServerProblem.NO_ANSWER,
          "does not answer in time");
    }
  }

  @Test
  void aServerThatHangsUpIsTriedAgain() throws Exception {
    try (ServerSocket hangingUp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> hangUp(hangingUp));
      thread.start();
      fails(
          "jdbc:mysql://127.0.0.1:" + hangingUp.getLocalPort() + "/",
          ServerProblem.CUT,
          "the connection was cut (");
      hangingUp.close();
      thread.join();
    }
  }

  private static void hangUp(ServerSocket listener) {
    try {
      while (true) {
        listener.accept().close();
      }
    } catch (IOException closed) {
      assertThat(listener.isClosed()).isTrue();
    }
  }

  /** The driver's own words for a cut in the middle of an answer hold the trace of its stack. */
  @Test
  void aCutInTheMiddleOfAnAnswerIsToldInTheWordsOfTheNetwork() {
    SQLException driver =
        new SQLException(
            "Error retrieving record: Unexpected Exception: ** BEGIN NESTED EXCEPTION **",
            "S1000",
            new SocketException("Connection reset"));
    ServerException failure =
        new ServerFailures(new ServerAddress("a", "", "u", "")).asking(driver);
    assertThat(failure.problem()).isEqualTo(ServerProblem.CUT);
    assertThat(failure).hasMessage("the connection was cut (Connection reset); tried again");
  }

  /** A pool tries again and again until it knows that: servers then lock the account. */
  @ParameterizedTest
  @CsvSource({
    "1045, 28000, Access denied for user 'w'@'h' (using password: YES)",
    "1698, 28000, Access denied for user 'root'@'localhost'",
    "1130, HY000, Host 'h' is not allowed to connect to this server",
    "3118, HY000, Access denied for user 'w'@'h'. Account is locked.",
    "3955, HY000, Access denied for user 'w'@'h'. Account is blocked for 1 day(s)",
    "4150, HY000, User is blocked because of too many credential errors",
    "4151, HY000, 'Access denied, this account is locked'",
  })
  void anAccountThatIsRefusedIsToldFromOtherFailures(int code, String state, String message) {
    ServerFailures failures = new ServerFailures("w");
    SQLException driver = new SQLException(message, state, code);

    assertThat(failures.connecting(driver).problem()).isEqualTo(ServerProblem.ACCESS_DENIED);
    assertThat(failures.connecting(new SQLException("a pool's", "08S01", driver)))
        .hasMessage(message + "; mend its user and password, or the account on the server");
  }

  @ParameterizedTest
  @CsvSource({
    "1040, 08004, Too many connections",
    "1203, 42000, User w already has more than 'max_user_connections' active connections",
    "1226, 42000, User 'w' has exceeded the 'max_user_connections' resource (current value: 4)",
  })
  void anAccountThatHasTooManyConnectionsIsTriedAgain(int code, String state, String message) {
    SQLException driver = new SQLException(message, state, code);

    ServerException failure = new ServerFailures("w").connecting(driver);
    assertThat(failure.problem()).isEqualTo(ServerProblem.TOO_MANY_CONNECTIONS);
    assertThat(failure).hasMessage(message + "; tried again");
  }

  @Test
  void aTableThatTheAccountMayNotReadIsAMissingGrant() {
    ServerException failure =
        new ServerFailures("w").asking(new SQLException("SELECT command denied", "42000", 1142));
    assertThat(failure.problem()).isEqualTo(ServerProblem.MISSING_GRANT);
    assertThat(failure).hasMessageContaining("GRANT PROCESS ON *.* TO the account of 'w'");
  }

  private static void fails(String url, ServerProblem problem, String part) {
    ServerAddress address = new ServerAddress("a", url, "u", "the secret");
    try (ServerPool pool = new ServerPool(address, LIMITS, List.of("mysql.user"))) {
      assertThatExceptionOfType(ServerException.class)
          .isThrownBy(pool::session)
          .withMessageContaining(part)
          .withMessageNotContaining("the secret")
          .satisfies(failure -> assertThat(failure.problem()).isEqualTo(problem));
    }
    assertThat(address.toString()).doesNotContain("the secret");
  }
}
