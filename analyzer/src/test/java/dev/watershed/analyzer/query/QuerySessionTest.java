package dev.watershed.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries over rows in memory, with parameters. */
class QuerySessionTest {

  private record Fruit(
      String name,
      Optional<String> colour,
      OptionalLong grams,
      OptionalDouble price,
      boolean ripe,
      List<String> sorts) {}

  private static final List<Fruit> FRUITS =
      List.of(
          new Fruit(
              "apple",
              Optional.of("red"),
              OptionalLong.of(150),
              OptionalDouble.of(0.5),
              true,
              List.of("elstar", "boskoop")),
          new Fruit(
              "d'anjou",
              Optional.empty(),
              OptionalLong.empty(),
              OptionalDouble.empty(),
              false,
              List.of()));

  private static final RowTable<Fruit> TABLE =
      new RowTable<>(
          "fruits",
          List.of(
              RowColumn.text("name", Fruit::name),
              RowColumn.known("colour", Fruit::colour),
              RowColumn.whole("grams", Fruit::grams),
              RowColumn.number("price", Fruit::price),
              RowColumn.flag("ripe", Fruit::ripe),
              RowColumn.texts("sorts", Fruit::sorts)),
          () -> FRUITS);

  private static QueryLimits limits(long rows) {
    return new QueryLimits(rows, Duration.ofSeconds(20), 256, 1);
  }

  private static List<String> rows(String sql, long most, Map<String, QueryValue> parameters)
      throws QueryException, IOException {
    List<String> lines = new ArrayList<>();
    QuerySink sink =
        new QuerySink() {
          @Override
          public void columns(List<String> names) {
            lines.add(String.join(" ", names));
          }

          @Override
          public void row(List<QueryValue> values) {
            lines.add(String.join(" ", values.stream().map(QueriedStore::text).toList()));
          }
        };
    try (QuerySession session = QuerySession.over(List.of(TABLE), limits(most))) {
      QuerySession.Answer answer = session.answer(sql, parameters, sink);
      lines.add(answer.rows() + (answer.more() ? " and more" : ""));
    }
    return lines;
  }

  @Test
  void whatIsEmptyIsNull() throws Exception {
    assertThat(rows("from fruits", 0, Map.of()))
        .containsExactly(
            "name colour grams price ripe sorts",
            "apple red 150 0.5 true [elstar, boskoop]",
            "d'anjou NULL NULL NULL false []",
            "2");
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 1 and more", "2, 2", "3, 2"})
  void theLimitKeepsRowsBackAndSaysSo(long most, String expected) throws Exception {
    List<String> lines = rows("select name from fruits", most, Map.of());
    assertThat(lines.get(lines.size() - 1)).isEqualTo(expected);
  }

  @Test
  void parametersAreValuesAndNeverText() throws Exception {
    Map<String, QueryValue> parameters = new TreeMap<>();
    parameters.put("name", new QueryValue.Text("d'anjou"));
    parameters.put("grams", new QueryValue.Number("1.5E2"));
    parameters.put("ripe", new QueryValue.Flag(true));
    assertThat(rows("select name as n from fruits where name = $name", 0, parameters))
        .containsExactly("n", "d'anjou", "1");
    assertThat(
            rows(
                "select name as n from fruits where grams = $grams and ripe = $ripe",
                0,
                parameters))
        .containsExactly("n", "apple", "1");
    assertThatThrownBy(() -> rows("select $colour", 0, parameters))
        .isInstanceOf(QueryException.class)
        .hasMessage("parameter $colour has no value; parameters: grams, name, ripe");
  }

  @ParameterizedTest
  @CsvSource({"-1, 1, 1, 1", "0, 0, 1, 1", "0, 1, 0, 1", "0, 1, 1, 0"})
  void whatAQueryMayTakeIsSomething(long rows, long seconds, int memory, int threads) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueryLimits(rows, Duration.ofSeconds(seconds), memory, threads));
    assertThat(new QueryLimits(0, Duration.ofSeconds(1), 1, 1).rows()).isZero();
  }
}
