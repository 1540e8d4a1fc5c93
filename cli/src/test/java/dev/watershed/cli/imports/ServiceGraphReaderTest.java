package dev.watershed.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.analyzer.calls.CallEdge;
import dev.watershed.analyzer.calls.CallExport;
import dev.watershed.cli.config.CallSource.Values;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.Problems;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceGraphReaderTest {

  private static final String SCRAPED =
      """
      # HELP traces_service_graph_request_total Total count of requests between two nodes
      # TYPE traces_service_graph_request_total counter
      traces_service_graph_request_total{client="booking",server="plan",connection_type="",failed="false"} 100
      traces_service_graph_request_total{client="booking",server="plan",failed="true",} 20
      traces_service_graph_request_total{client="booking",server="plan-db",connection_type="database"} 900
      traces_service_graph_request_failed_total{client="booking",server="plan"} 20
      servicegraph_traces_service_graph_request_total { client="a\\"b\\\\", server = "plan" } 1e3
      traces_service_graph_request_total{client="",server="plan"} 5
      """;

  private static CallExport read(
      String text, Optional<String> earlier, OptionalDouble seconds, Optional<Values> values)
      throws ConfigurationException {
    Problems problems = new Problems();
    var samples = GraphSamples.read("graph", text, problems);
    var before = earlier.map(each -> GraphSamples.read("before", each, problems));
    problems.throwIfAny();
    CallExport export =
        ServiceGraphReader.read("graph", samples, before, seconds, values, problems);
    problems.throwIfAny();
    return export;
  }

  private static CallExport read(String text) throws ConfigurationException {
    return read(text, Optional.empty(), OptionalDouble.empty(), Optional.empty());
  }

  private static CallEdge counted(String caller, String callee, double calls) {
    return new CallEdge(caller, callee, OptionalDouble.of(calls), OptionalDouble.empty());
  }

  private static CallEdge edge(String caller, String callee, double calls, double perSecond) {
    return new CallEdge(caller, callee, OptionalDouble.of(calls), OptionalDouble.of(perSecond));
  }

  /** Its times are seconds; those of the older text are milliseconds. */
  @Test
  void openMetricsHasSeconds() throws ConfigurationException {
    String series = "traces_service_graph_request_total{client=\"a\",server=\"b\"} ";
    CallExport old =
        read(
            series + "700 1700000060000\n",
            Optional.of(series + "100 1700000000000\n"),
            OptionalDouble.empty(),
            Optional.empty());
    CallExport open =
        read(
            series + "700 1700000060\n# EOF\n",
            Optional.of(series + "100 1700000000\n# EOF\n"),
            OptionalDouble.empty(),
            Optional.empty());
    assertThat(open.edges()).isEqualTo(old.edges()).containsExactly(edge("a", "b", 600, 10));
  }

  @Test
  void oneStateOfCountersHasNoSpan() throws ConfigurationException {
    CallExport export = read(SCRAPED);
    assertThat(export.edges())
        .containsExactly(counted("booking", "plan", 120), counted("a\"b\\", "plan", 1_000));
    assertThat(export.notes())
        .containsExactly(
            "graph: 1 series of calls to databases are left out",
            "graph: 1 series without client or server are left out",
            "graph: how often is not known: counters run since their process began; an earlier"
                + " file beside it, or seconds of the source, gives their span");
  }

  @Test
  void aSpanThatIsSaidGivesTheRate() throws ConfigurationException {
    assertThat(read(SCRAPED, Optional.empty(), OptionalDouble.of(60), Optional.empty()).edges())
        .contains(edge("booking", "plan", 120, 2));
  }

  @Test
  void twoStatesAreSubtractedSeriesBySeries() throws ConfigurationException {
    String earlier =
        """
        traces_service_graph_request_total{client="a",server="b",shard="1"} 100 1764000000000
        traces_service_graph_request_total{client="a",server="b",shard="2"} 500 1764000000000
        """;
    String later =
        """
        traces_service_graph_request_total{client="a",server="b",shard="1"} 150 1764000010000
        traces_service_graph_request_total{shard="2",client="a",server="b"} 30 1764000010000
        traces_service_graph_request_total{client="b",server="c"} 7 1764000010000
        """;
    CallExport export = read(later, Optional.of(earlier), OptionalDouble.empty(), Optional.empty());
    assertThat(export.edges()).containsExactly(edge("a", "b", 80, 8), edge("b", "c", 7, 0.7));
    assertThat(export.notes())
        .singleElement()
        .asString()
        .startsWith("graph: 1 counters began anew between the two files");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () -> read(earlier, Optional.of(later), OptionalDouble.empty(), Optional.empty()))
        .withMessage("graph: is not later than the file before it");
  }

  @Test
  void statesWithoutTimesNeedTheirSpan() throws ConfigurationException {
    String state = "traces_service_graph_request_total{client=\"a\",server=\"b\"} ";
    assertThat(read(state + 70, Optional.of(state + 10), OptionalDouble.empty(), Optional.empty()))
        .isEqualTo(
            new CallExport(
                "graph",
                List.of(counted("a", "b", 60)),
                List.of(
                    "graph: how often is not known: the files have no times; seconds of the source"
                        + " says what lies between them")));
    assertThat(
            read(state + 70, Optional.of(state + 10), OptionalDouble.of(30), Optional.empty())
                .edges())
        .containsExactly(edge("a", "b", 60, 2));
  }

  @Test
  void aRangeOfStatesHasItsOwnSpan() throws ConfigurationException {
    String range =
        """
        {"status":"success","data":{"resultType":"matrix","result":[
          {"metric":{"__name__":"traces_service_graph_request_total","client":"a","server":"b"},
           "values":[[1764000000,"10"],[1764000060.5,"40"],[1764000100,"5"]]},
          {"metric":{"__name__":"traces_service_graph_request_total","client":"b","server":"c"},
           "values":[[1764000060,"40"]]}]}}
        """;
    assertThat(read(range).edges()).containsExactly(edge("a", "b", 35, 0.35), edge("b", "c", 0, 0));
  }

  @Test
  void whatAFunctionGivesHasToBeSaid() throws ConfigurationException {
    String vector =
        """
        [{"metric":{"client":"a","server":"b"},"value":[1764000000.1,"3"]}]
        """;
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> read(vector))
        .withMessageContaining("values of the source says what they are: total, increase or rate");
    assertThat(
            read(vector, Optional.empty(), OptionalDouble.empty(), Optional.of(Values.RATE))
                .edges())
        .containsExactly(new CallEdge("a", "b", OptionalDouble.empty(), OptionalDouble.of(3)));
    assertThat(
            read(vector, Optional.empty(), OptionalDouble.of(6), Optional.of(Values.INCREASE))
                .edges())
        .containsExactly(edge("a", "b", 3, 0.5));
    assertThat(
            read(vector, Optional.empty(), OptionalDouble.empty(), Optional.of(Values.INCREASE))
                .notes())
        .singleElement()
        .asString()
        .startsWith("graph: how often is not known: seconds of the source");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "up{job=\"x\"} 1 | graph: no series of traces_service_graph_request_total; expected",
        "traces_service_graph_request_total{client=\"a\",server=\"b\"} NaN | graph:1: 'NaN' is no number",
        "traces_service_graph_request_total{client=\"a\",server=\"b} 1 | graph:1: a label's value does",
        "traces_service_graph_request_total{client=\"a\",server=\"b\" | graph:1: the labels do not end",
        "traces_service_graph_request_total{client=a} 1 | graph:1: expected label=\"value\" within",
        "{\"status\":\"error\",\"error\":\"bad query\"} | graph: the query failed: bad query",
        "[{\"metric\":{\"client\":\"a\",\"server\":\"b\"},\"value\":[1]}] | graph:1: expected a time and",
        "{\"status\" | graph:1:",
      })
  void whatCannotBeReadIsLocated(String text, String message) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> read(text))
        .withMessageStartingWith(message);
  }
}
