package dev.watershed.collector.generallog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that begin an event, and their neighbours that do not; {@code >} stands for a tab. */
class HeaderLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          2026-11-26T17:04:38.338117Z>    9 Query>select 1|9|Query
          2026-11-26T17:04:38.338117+09:00>    9 Quit>|9|Quit
          261126 17:04:42>     4 Connect>root@h on |4|Connect
          261126  7:04:42>     4 Init DB>shop|4|Init DB
          >>123456789 Close stmt>|123456789|Close stmt
          >>     4 Reset Connection>|4|Reset Connection
          >     4 Query>select 1||
          >>     4 Select>1||
          >>       Query>select 1||
          >>     4 Query select 1||
          2026-11-26 17:04:38>    9 Query>select 1||
          261126>     4 Query>select 1||
          select 1||
          """)
  void theLineTellsConnectionAndCommand(String line, Long connection, String command) {
    byte[] bytes = line.replace('>', '\t').getBytes(StandardCharsets.UTF_8);
    Optional<HeaderLine> header = HeaderLine.at(bytes, 0, bytes.length);
    assertThat(header.map(HeaderLine::connection)).isEqualTo(Optional.ofNullable(connection));
    assertThat(header.map(HeaderLine::command)).isEqualTo(Optional.ofNullable(command));
    header.ifPresent(
        found -> assertThat(found.argumentFrom()).isEqualTo(line.lastIndexOf('>') + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "'261126 17:04:42',  '261126 17:04:42', true",
    "'261126 17:04:42',  '261126 17:04:41', false",
    "'261126  7:04:42',  '261126 17:04:41', true",
    "'261126 17:04:42',  '', true",
    "'2026-11-26T17:04:38.000001Z', '2026-11-26T17:04:38.000002Z', true",
    "'2026-11-26T17:04:38.000001Z', '', false",
    "'2026-11-26T17:04:38.000001Z', '261126 17:04:42', false",
  })
  void anEventFollowsOneThatIsNotLater(String before, String time, boolean follows) {
    assertThat(new HeaderLine(time, 1, HeaderLine.QUERY, 0).follows(before)).isEqualTo(follows);
  }
}
