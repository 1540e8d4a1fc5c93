package dev.watershed.collector.generallog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.IssueReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** General logs as text, from the bytes to the statements, their schemas and accounts. */
class GeneralLogReaderTest {

  private static final String BANNER =
      "mariadbd, Version: 10.11.18-MariaDB (Debian 12). started with:\n"
          + "Tcp port: 3306  Unix socket: /run/mysqld/mysqld.sock\n"
          + "Time\t\t    Id Command\tArgument\n";

  private static final String MARIADB =
      BANNER
          + """
          261126 17:04:42\t     5 Connect\tsvc_shop@172.17.0.1 on shop using TCP/IP
          \t\t     5 Query\tselect a from t where b = 'x
          y\r
          '
          \t\t     6 Connect\tsvc_bill@10.2.3.4 on  using TCP/IP
          \t\t     6 Query\tselect a from t
          \t\t     6 Init DB\tbill
          261126 17:04:43\t     6 Query\t/* test='tests/ATest' */ select a from t
          \t\t     5 Prepare\tselect never from t where id = ?
          \t\t     5 Execute\tselect b from t where id = 5
          \t\t     5 Query\tuse bill
          \t\t     5 Query\tselect c from t; use `od``d`; select 1 from t
          \t\t     5 Quit\t
          \t\t     6 Quit\t
          """;

  private record Read(List<String> statements, Map<IssueReason, Long> issues) {}

  @Test
  void accountsAndSchemasAreFollowedPerConnection() throws IOException {
    Read read = read(MARIADB, 1 << 20, 16 << 20);
    assertThat(read.statements())
        .containsExactly(
            "svc_shop 172.17.0.0/24 shop [] SELECT a FROM t WHERE b = ?",
            "svc_bill 10.2.3.0/24  [] SELECT a FROM t",
            "svc_bill 10.2.3.0/24 bill [test=tests/ATest] SELECT a FROM t",
            "svc_shop 172.17.0.0/24 shop [] SELECT b FROM t WHERE id = ?",
            "svc_shop 172.17.0.0/24 bill [] USE bill",
            "svc_shop 172.17.0.0/24 bill [] SELECT c FROM t",
            "svc_shop 172.17.0.0/24 od`d [] USE `od``d`",
            "svc_shop 172.17.0.0/24 od`d [] SELECT ? FROM t");
    assertThat(read.issues()).isEmpty();
  }

  /** However the bytes come: the window slides in the middle of lines, literals and banners. */
  @ParameterizedTest
  @ValueSource(ints = {64, 97, 256, 1000})
  void theWindowDoesNotMatter(int window) throws IOException {
    String twice = (MARIADB + MARIADB).repeat(20);
    assertThat(read(twice, window, 16 << 20)).isEqualTo(read(twice, 1 << 20, 16 << 20));
  }

  @Test
  void aConnectionThatBeganBeforeTheLogHasNoAccount() throws IOException {
    Read read = read("\t\t     9 Query\tselect a from t\n", 1 << 20, 16 << 20);
    assertThat(read.statements()).containsExactly("   [] SELECT a FROM t");
    assertThat(read.issues()).containsExactly(Map.entry(IssueReason.NO_USER, 1L));
  }

  @Test
  void flushedLogsGoOnAndARestartedServerBeginsAgain() throws IOException {
    String connect = "261126 17:04:42\t     %d Connect\tapp@10.2.3.4 on %s using TCP/IP\n";
    String query = "\t\t     %d Query\tselect %s from t\n";
    String log =
        BANNER
            + connect.formatted(5, "one")
            + connect.formatted(6, "two")
            + BANNER
            + query.formatted(5, "a")
            + connect.formatted(7, "one")
            + query.formatted(6, "b")
            + BANNER
            + connect.formatted(4, "three")
            + query.formatted(6, "c")
            + query.formatted(4, "d");
    assertThat(read(log, 1 << 20, 16 << 20).statements())
        .containsExactly(
            "app 10.2.3.0/24 one [] SELECT a FROM t",
            "app 10.2.3.0/24 two [] SELECT b FROM t",
            "   [] SELECT c FROM t",
            "app 10.2.3.0/24 three [] SELECT d FROM t");
  }

  @Test
  void aCutBeginningIsPassedOver() throws IOException {
    Read read = read("end of something'\n" + MARIADB, 1 << 20, 16 << 20);
    assertThat(read.statements()).isEqualTo(read(MARIADB, 1 << 20, 16 << 20).statements());
    assertThat(read.issues()).containsExactly(Map.entry(IssueReason.TRUNCATED_START, 1L));
  }

  /** A literal that never closes ends with its event, one that closes holds what looks like one. */
  @Test
  void openLiteralsAreDecided() throws IOException {
    String before = "261126 17:04:42\t     5 Connect\tapp@h on s using TCP/IP\n";
    String after = "\t\t     5 Query\tselect 'b' from t\n";
    Read never = read(before + "\t\t     5 Query\tselect 'a\n" + after.repeat(20), 64, 16 << 20);
    assertThat(never.statements()).contains("app h s [] SELECT ? FROM t");
    assertThat(never.issues()).containsExactly(Map.entry(IssueReason.UNTERMINATED_LITERAL, 1L));

    Read closes =
        read(
            before
                + "\t\t     5 Query\tselect '\n261126 17:04:42\t    99 Query\tselect 1 from x' from y\n"
                + after,
            64,
            16 << 20);
    assertThat(closes.statements())
        .containsExactly("app h s [] SELECT ? FROM y", "app h s [] SELECT ? FROM t");
    assertThat(closes.issues()).containsExactly(Map.entry(IssueReason.EVENT_IN_LITERAL, 1L));

    Read twoOpen =
        read(
            before
                + "\t\t     5 Query\tselect 'a\n"
                + after
                + "\t\t     5 Query\tselect 1 from y where 'c\n"
                + "\t\t     5 Query\tselect 2 from z\n",
            64,
            16 << 20);
    assertThat(twoOpen.statements())
        .contains("app h s [] SELECT ? FROM t", "app h s [] SELECT ? FROM z");
    assertThat(twoOpen.issues()).containsKey(IssueReason.SUSPENDED_LITERAL);
  }

  /** Only so much of a statement is held; what follows it is read all the same. */
  @Test
  void aVeryLongStatementIsTakenByItsBeginning() throws IOException {
    String log =
        "\t\t     5 Connect\tapp@h on s using TCP/IP\n\t\t     5 Query\tinsert into t values ('"
            + "x".repeat(40_000)
            + "\n"
            + "y\n".repeat(40_000)
            + "')\n\t\t     5 Query\tselect 2 from z\n";
    Read read = read(log, 1 << 10, 32 << 10);
    assertThat(read.statements()).hasSize(2).last().isEqualTo("app h s [] SELECT ? FROM z");
    assertThat(read.statements().get(0)).startsWith("app h s [] cut INSERT INTO t");
    assertThat(read.issues()).containsExactly(Map.entry(IssueReason.LONG_STATEMENT, 1L));
  }

  private static Read read(String log, int window, int farBytes) throws IOException {
    SlowLogOptions options = SlowLogOptions.standard().withTagKeys(List.of("test"));
    SentStatements sent = new SentStatements(options);
    ByteArrayInputStream bytes =
        new ByteArrayInputStream(log.getBytes(StandardCharsets.ISO_8859_1));
    GeneralLogReader reader = new GeneralLogReader(bytes::read, options, sent, window, farBytes);
    reader.read();
    return new Read(
        sent.statements().stream().map(GeneralLogReaderTest::line).toList(), reader.issues());
  }

  private static String line(SentStatement each) {
    return each.origin().user()
        + " "
        + each.origin().host()
        + " "
        + each.schema().orElse("")
        + " "
        + each.origin().tags().stream().map(tag -> tag.key() + "=" + tag.value()).toList()
        + (each.truncated() ? " cut " : " ")
        + each.fingerprint();
  }
}
