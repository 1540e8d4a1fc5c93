package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignLogTest {

  /** {@code /} stands for the end of a line, {@code ^} for a tab, {@code ~} for a zero byte. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a~b                                             | ; it is a binary file
          2026-11-23 10:00:00 UTC [1] LOG:  duration: 3.2 ms | ; it looks like a PostgreSQL log
          2026-11-23T02:13:44Z 0 [System] [MY-010116] up  | ; it looks like the server's error log
          a/2026-11-23T02:13:44.1Z^   12 Query^SELECT 1   | ; it looks like the general query log
          ^^    12 Query^SELECT 1                         | ; it looks like the general query log
          / [ {                                           | ; it looks like JSON
          -- MariaDB dump 10.19                           | ; it looks like SQL statements
          a/insert into t values (1)                      | ; it looks like SQL statements
          nothing of this                                 | ''
          """)
  void theFirstBytesTellWhatAFileIs(String head, String looks) {
    String text = head.replace('/', '\n').replace('^', '\t').replace('~', '\0');
    assertThat(ForeignLog.looks(text)).isEqualTo(looks);
    assertThat(ForeignLog.describe("a.log", text))
        .startsWith("a.log: no slow-log event found" + looks + ". A slow query log has lines like")
        .contains("SELECT @@slow_query_log_file");
  }

  @Test
  void emptyLinesTakeNoTime() {
    String head = "\n".repeat(256 << 10);
    String looks = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ForeignLog.looks(head));
    assertThat(looks).isEmpty();
  }
}
