package dev.watershed.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentFileTest {

  private static final List<String> SERVICES = List.of("payment", "booking");

  @Test
  void theLastLineOfAServiceCounts() throws ConfigurationException {
    assertThat(
            read(
                """
                time,service
                2026-11-20T10:00:00Z,payment

                # the second try
                2026-11-21T10:00:00Z,booking
                2026-11-20T09:00:00+09:00, "payment"
                """,
                SERVICES))
        .containsExactly(
            "payment 2026-11-20T00:00:00Z d.csv:6", "booking 2026-11-21T10:00:00Z d.csv:5");
  }

  @Test
  void whereNoServiceIsDeclaredAnyNameIsOne() throws ConfigurationException {
    assertThat(read("2026-11-20T10:00:00Z,app\n", List.of()))
        .containsExactly("app 2026-11-20T10:00:00Z d.csv:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          2026-11-20T10:00:00Z,paymnt  | there is no service 'paymnt'; did you mean 'payment'?
          2026-11-20T10:00:00Z,other   | there is no service 'other'; there are booking, payment
          2026-11-20,payment           | '2026-11-20' is no time
          payment,2026-11-20T10:00:00Z | there is no service '2026-11-20T10:00:00Z'
          2026-11-20T10:00:00Z         | expected a time and a service
          2026-11-20T10:00:00Z,a,b     | expected a time and a service
          """)
  void aLineThatIsNoneSaysWhy(String line, String message) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> read("\n" + line + "\n", SERVICES))
        .withMessageStartingWith("d.csv:2: " + message);
  }

  private static List<String> read(String text, List<String> services)
      throws ConfigurationException {
    Problems problems = new Problems();
    List<String> markers =
        DeploymentFile.read("d.csv", text.lines().toList(), services, problems).stream()
            .map(each -> each.service() + " " + each.at() + " " + each.place())
            .toList();
    problems.throwIfAny();
    return markers;
  }
}
