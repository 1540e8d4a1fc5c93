package dev.watershed.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.analyzer.calls.CallEdge;
import dev.watershed.analyzer.calls.CallExport;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.Problems;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallCsvReaderTest {

  private static CallExport read(String text, OptionalDouble seconds)
      throws ConfigurationException {
    Problems problems = new Problems();
    CallExport export = CallCsvReader.read("calls.csv", text.lines().toList(), seconds, problems);
    problems.throwIfAny();
    return export;
  }

  private static CallEdge edge(String caller, String callee, double calls, double perSecond) {
    return new CallEdge(caller, callee, OptionalDouble.of(calls), OptionalDouble.of(perSecond));
  }

  @Test
  void rowsOfOnePairAndSpanAddUpAndSpansFollowOneAnother() throws ConfigurationException {
    CallExport export =
        read(
            """
            caller,callee,calls,from,to
            booking,plan,60,2026-11-23T00:00:00Z,2026-11-23T00:01:00Z
            "booking",plan,60,2026-11-23T00:00:00Z,2026-11-23T00:01:00Z

            booking,plan,60,2026-11-23T09:01:00+09:00,2026-11-23T09:02:00+09:00
            plan,"a ""big"", one",86400,2026-11-23,2026-11-24
            """,
            OptionalDouble.empty());
    assertThat(export.edges())
        .containsExactly(
            edge("booking", "plan", 180, 1.5), edge("plan", "a \"big\", one", 86_400, 1));
    assertThat(export.notes()).isEmpty();
  }

  @Test
  void ratesAddUpAsTheyAre() throws ConfigurationException {
    CallExport export =
        read("callee,callsPerSecond,caller\nb,0.5,a\nb,2,a\n", OptionalDouble.empty());
    assertThat(export.edges())
        .containsExactly(new CallEdge("a", "b", OptionalDouble.empty(), OptionalDouble.of(2.5)));
  }

  @Test
  void countsWithoutASpanHaveNoRateUnlessTheSourceSaysIt() throws ConfigurationException {
    String text = "caller,callee,calls\na,b,30\na,b,30\na,c,\n";
    CallExport export = read(text, OptionalDouble.empty());
    assertThat(export.edges())
        .containsExactly(
            new CallEdge("a", "b", OptionalDouble.of(60), OptionalDouble.empty()),
            new CallEdge("a", "c", OptionalDouble.empty(), OptionalDouble.empty()));
    assertThat(export.notes())
        .singleElement()
        .asString()
        .startsWith("calls.csv: how often is not known of 2 pairs");
    assertThat(read(text, OptionalDouble.of(60)).edges()).contains(edge("a", "b", 60, 1));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                        | calls.csv: is empty; expected a header",
        "caller,call                               | calls.csv:1: unknown column 'call'; expected",
        "caller,calls                              | calls.csv:1: expected a header with caller and",
        "caller,callee,caller                      | calls.csv:1: a column is there twice",
        "caller,callee;a                           | calls.csv:2: 1 cells; expected 2",
        "caller,callee;a,                          | calls.csv:2: the callee is missing",
        "caller,callee;a,\"b                       | calls.csv:2: a quote is not closed",
        "caller,callee,calls;a,b,1;a,b,-1          | calls.csv:3: '-1' is no number, 0 or more",
        "caller,callee,calls;a,b,many              | calls.csv:2: 'many' is no number, 0 or more",
        "caller,callee,calls,from;a,b,1,2026-11-23 | calls.csv:2: the to is missing",
        "caller,callee,from,to;a,b,2026-11-23,2026-11-24 | calls.csv:2: from and to mean nothing",
        "caller,callee,calls,from,to;a,b,1,2026-11-23,now | calls.csv:2: 'now' is no time; expected",
        "caller,callee,calls,from,to;a,b,1,2026-11-24,2026-11-23 | calls.csv:2: '2026-11-23T00:00:00Z' is not after",
        "caller,callee,calls,from,to;a,b,1,2026-11-01,2026-11-03;a,b,1,2026-11-02,2026-11-04 | calls.csv:3: the span overlaps",
        "caller,callee,calls,from,to;a,b,1,2026-11-02,2026-11-04;a,b,1,2026-11-01,2026-11-03 | calls.csv:3: the span overlaps",
        "caller,callee,calls,from,to;a,b,1,2026-11-02,2026-11-04;a,b,1,2026-11-02,2026-11-03 | calls.csv:3: the span overlaps",
        "caller,callee,calls,callsPerSecond;a,b,1,1 | calls.csv:2: expected calls or callsPerSecond",
      })
  void aRowThatCannotBeReadIsLocated(String text, String message) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> read(text.replace(';', '\n'), OptionalDouble.empty()))
        .withMessageStartingWith(message);
  }
}
