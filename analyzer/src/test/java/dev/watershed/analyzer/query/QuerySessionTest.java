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

  /** What came to it, a line each. */
  private record Lines(List<String> lines) implements QuerySink {

    @Override
    public void columns(List<String> names) {
      lines.add(String.join(" ", names));
    }

    @Override
    public void row(List<QueryValue> values) {
      lines.add(String.join(" ", values.stream().map(QueriedStore::text).toList()));
    }
  }

  private static List<String> rows(String sql, long most, Map<String, QueryValue> parameters)
      throws QueryException, IOException {
    List<String> lines = new ArrayList<>();
    try (QuerySession session = QuerySession.over(List.of(TABLE), limits(most))) {
      QuerySession.Answer answer = session.answer(sql, parameters, new Lines(lines));
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

  /** A query that has no end is answered as far as it is asked, in the order that it says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          select range as n from range(1000000000000)                       | n        | 0
          select range as n from range(1000000000000) -- all                | n        | 0
          select n from (select -range as n from range(3000000)) order by n | n        | -2999999
          (select 5 as n union all select 4) order by n                     | n        | 4
          values (1), (2) order by 1 desc                                   | col0     | 2
          with t as (select range as n from range(9)) from t                | n        | 0
          select 1 as a, 2 as a, 3 as "A", 4 as b from range(9)             | a a A b  | 1 2 3 4
          select 7 as n from range(9);                                      | n        | 7
          select 7 as n from range(9) ; -- end                              | n        | 7
          """)
  void noMoreRowsAreMadeThanAskedFor(String sql, String names, String first) throws Exception {
    assertThat(rows(sql, 1, Map.of())).containsExactly(names, first, "1 and more");
  }

  /** Each fails behind rows that could have been handed out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          select case when range = 900000 then cast(concat('x', range) as int) else 1 end from range(1000000) | 60 | WRONG | Could not convert string 'x900000'
          select * from range(1000000000) t(n) where md5(n::varchar) like '0000%' | 1 | TOO_LONG  | the query took longer than 1 s and was stopped
          select range, repeat('x', 400) from range(100000000) | 60 | TOO_LARGE | the query needs more than the 64 MiB of memory that it has
          select list(range) from range(100000000)                      | 60 | TOO_LARGE | the query needs more than the 64 MiB of memory that it has
          """)
  void whatFailsLateHasNoAnswerAtAll(
      String sql, long seconds, QueryException.Reason reason, String message) throws Exception {
    List<String> lines = new ArrayList<>();
    QueryLimits limits = new QueryLimits(0, Duration.ofSeconds(seconds), 64, 2);
    try (QuerySession session = QuerySession.over(List.of(TABLE), limits)) {
      assertThatThrownBy(() -> session.answer(sql, Map.of(), new Lines(lines)))
          .isInstanceOfSatisfying(
              QueryException.class, failed -> assertThat(failed.reason()).isEqualTo(reason))
          .hasMessageContaining(message);
      assertThat(lines).isEmpty();
      assertThat(session.answer("select 1 as one", Map.of(), new Lines(lines)).rows()).isEqualTo(1);
    }
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
