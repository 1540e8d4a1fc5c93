package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /} stands for the end of a line, {@code ^} for an escape. */
class RailsLogTest {

  @Test
  void aLongLineTakesNoTime() {
    String line = "a ".repeat(200_000) + " ".repeat(200_000);
    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> RailsLog.statements("(1ms)  A" + line + "\n" + line)))
        .startsWith("       Aa a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TRANSACTION (0.1ms)  BEGIN/(12.3ms)  DROP TABLE a    | BEGIN/; DROP TABLE a
          == 1 Add: migrating ==/(1ms)  DROP TABLE a/   -> 0.1s | /DROP TABLE a/
          (1ms)  CREATE TABLE a (/  id int/)                   | CREATE TABLE a (/id int/)
          (1ms)  DELETE FROM a/WHERE b = 1                     | DELETE FROM a/WHERE b = 1
          (1ms)  DELETE FROM a/WHERE b = 1/rails aborted!      | DELETE FROM a/WHERE b = 1/
          (1ms)  CREATE TABLE a (/id int/)/== 1 Add: migrated == | CREATE TABLE a (/id int/)/
          A::B Create (0.2ms)  INSERT INTO t VALUES (?)  [["version", "1"]] | INSERT INTO t VALUES (?)
          D, [x #1] DEBUG -- :   ^[1m^[35m (3.4ms)^[0m  ^[1m^[35mDROP TABLE a^[0m | DROP TABLE a
          CREATE TABLE a (id int);/DROP TABLE b;               | CREATE TABLE a (id int);/DROP TABLE b;
          """)
  void theStatementsStayOnTheirLines(String log, String statements) {
    String text = RailsLog.statements(log.replace('/', '\n').replace('^', '\u001b'));
    assertThat(text.lines().map(line -> line.strip().replaceAll(" +", " ")).toList())
        .isEqualTo(
            (statements + "/")
                .replace('/', '\n')
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList());
  }
}
