package dev.watershed.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoisyLogTest {

  private static final Set<String> SERVICES = Set.of("svc_a", "svc_b", "svc_c");

  private static List<String> mysql(String account, int connection, String sql) {
    return List.of(
        "# Time: 2026-11-23T02:00:00.000000Z",
        "# User@Host: " + account + "[" + account + "] @  [10.0.0.1]  Id: " + connection,
        "# Query_time: 0.05  Lock_time: 0 Rows_sent: 0  Rows_examined: 0",
        sql + ";");
  }

  private static List<String> mariaDb(String account, int connection, String sql) {
    return List.of(
        "# User@Host: " + account + "[" + account + "] @  [10.0.0.1]",
        "# Thread_id: " + connection + "  Schema: x  QC_hit: No",
        "# Query_time: 0.05  Lock_time: 0  Rows_sent: 0  Rows_examined: 0",
        sql + ";");
  }

  private static List<String> log() {
    List<String> log = new ArrayList<>(List.of("mariadbd, started with:"));
    for (int connection = 1; connection <= 60; connection++) {
      String account = "svc_" + "abc".charAt(connection % 3);
      log.addAll(mysql(account, connection, "SELECT 1"));
      log.addAll(mysql(account, connection, "COMMIT"));
      log.addAll(mariaDb(account, 100 + connection, "UPDATE t SET a = 1"));
    }
    log.addAll(mysql("root", 999, "SELECT 2"));
    return log;
  }

  private static Set<String> accounts(List<String> log) {
    Set<String> accounts = new TreeSet<>();
    log.stream()
        .filter(line -> line.startsWith("# User@Host: "))
        .forEach(line -> accounts.add(line.substring(13, line.indexOf('['))));
    return accounts;
  }

  @ParameterizedTest
  @EnumSource
  void withoutNoiseNothingChanges(NoiseKind kind) {
    assertThat(new NoisyLog(SERVICES, kind, 0, 1).of(log())).isEqualTo(log());
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameNoise(NoiseKind kind) {
    List<String> noisy = new NoisyLog(SERVICES, kind, 0.5, 1).of(log());
    assertThat(new NoisyLog(SERVICES, kind, 0.5, 1).of(log())).isEqualTo(noisy);
    assertThat(new NoisyLog(SERVICES, kind, 0.5, 2).of(log())).isNotEqualTo(noisy);
  }

  @Test
  void unattributedConnectionsHaveAccountsOfNobody() {
    List<String> noisy = new NoisyLog(SERVICES, NoiseKind.UNATTRIBUTED, 1, 1).of(log());
    assertThat(noisy).hasSameSizeAs(log());
    assertThat(accounts(noisy)).contains("root").hasSize(121).doesNotContainAnyElementsOf(SERVICES);
  }

  @Test
  void wrongAccountsAreThoseOfOtherServices() {
    List<String> log = log();
    List<String> noisy = new NoisyLog(SERVICES, NoiseKind.WRONG_ACCOUNT, 1, 1).of(log);
    assertThat(accounts(noisy)).isEqualTo(accounts(log));
    for (int line = 0; line < log.size(); line++) {
      boolean services = log.get(line).startsWith("# User@Host: svc_");
      assertThat(log.get(line).equals(noisy.get(line))).isEqualTo(!services);
    }
  }

  @Test
  void straysComeBesideWhatWasSentAndAreNeverTransactions() {
    List<String> noisy = new NoisyLog(SERVICES, NoiseKind.STRAY, 1, 1).of(log());
    assertThat(noisy).containsSubsequence(log());
    assertThat(count(noisy, "SELECT 1;")).isEqualTo(120);
    assertThat(count(noisy, "UPDATE t SET a = 1;")).isEqualTo(120);
    assertThat(count(noisy, "COMMIT;")).isEqualTo(60);
    assertThat(count(noisy, "SELECT 2;")).isEqualTo(1);
  }

  @Test
  void oneConnectionIsAllOfOne() {
    List<String> noisy = new NoisyLog(SERVICES, NoiseKind.UNATTRIBUTED, 0.5, 3).of(log());
    for (int connection = 1; connection <= 60; connection++) {
      String id = String.format(Locale.ROOT, "Id: %d", connection);
      assertThat(accounts(noisy.stream().filter(line -> line.endsWith("  " + id)).toList()))
          .hasSize(1);
    }
  }

  private static long count(List<String> log, String line) {
    return log.stream().filter(line::equals).count();
  }
}
