package dev.watershed.collector.generallog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first event decides; {@code >} stands for a tab and {@code /} for the end of a line. */
class LogKindTest {

  private static final String BANNER = "mysqld, Version: 9.7.4. started with:/Tcp port: 3306/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BANNERTime   Id Command    Argument/2026-11-26T17:04:38.338117Z>    9 Quit>/ | GENERAL
          BANNERTime   Id Command    Argument/# Time: 2026-11-26T17:04:38.338117Z/# User@Host: a[a] @ h []/# Query_time: 1 | SLOW
          BANNERTime   Id Command    Argument/ | SLOW
          the end of a statement/>>    9 Query>select 1/# Query_time: 1/ | GENERAL
          # User@Host: a[a] @ h []/# Query_time: 1/select '/>>    9 Query>select 1';/ | SLOW
          # a comment/key: value/ | NEITHER
          CREATE TABLE t (a int);/ | NEITHER
          """)
  void theFirstEventTells(String text, LogKind kind) {
    String log = text.strip().replace("BANNER", BANNER).replace('>', '\t').replace('/', '\n');
    assertThat(LogKind.of(log.getBytes(StandardCharsets.UTF_8))).isEqualTo(kind);
  }
}
