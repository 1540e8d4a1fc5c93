package dev.watershed.analyzer.index.rewrite;

import static dev.watershed.analyzer.index.Conditions.any;
import static dev.watershed.analyzer.index.Conditions.converted;
import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.Conditions.join;
import static dev.watershed.analyzer.index.Conditions.like;
import static dev.watershed.analyzer.index.Conditions.not;
import static dev.watershed.analyzer.index.Conditions.wrapped;
import static dev.watershed.analyzer.index.FactMaker.examining;
import static dev.watershed.analyzer.index.FactMaker.lasting;
import static dev.watershed.analyzer.index.FactMaker.reading;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.index.RewriteAdvice.Reason;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.sql.facts.ColumnSide.Conversion;
import dev.watershed.sql.facts.Operand.PatternStart;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RewritesTest {

  private static final List<StatisticTable> TABLES =
      List.of(
          table("users")
              .column("email", "varchar(100)")
              .column("joined_at", "datetime")
              .numbers("age")
              .column("bio", "text")
              .key("idx_email", false, "email")
              .rows(50_000, 800)
              .distinct("idx_email", 50_000, 50_000)
              .make(),
          table("posts").numbers("user_id", "score").rows(80_000, 900).make(),
          table("tiny").column("email", "varchar(100)").rows(50, 1).make());

  private static List<RewriteAdvice> rewrites(WeightedStatement... statements) {
    AdvisedServer server = Servers.mysql(TABLES, statements);
    return Rewrites.of(server, Workbench.of(server).statements());
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            reading("users").where(like("email", PatternStart.WILDCARD)).selectAll(),
            reading("users").where(like("email", PatternStart.LITERAL)).selectAll(),
            Reason.LEADING_WILDCARD),
        Arguments.of(
            reading("users").where(wrapped("date(joined_at)", "joined_at")).selectAll(),
            reading("users").where(is("joined_at")).selectAll(),
            Reason.FUNCTION_OVER_COLUMN),
        Arguments.of(
            reading("users").where(wrapped("substr(email, ?)", "email")).selectAll(),
            reading("users").where(wrapped("lower(email)", "email")).selectAll(),
            Reason.FUNCTION_OVER_COLUMN),
        Arguments.of(
            reading("users").where(converted("email", Conversion.TEXT_TO_NUMBER)).selectAll(),
            reading("users").where(is("email")).selectAll(),
            Reason.IMPLICIT_CONVERSION),
        Arguments.of(
            reading("users").where(converted("email", Conversion.COLLATION)).selectAll(),
            reading("tiny").where(converted("email", Conversion.COLLATION)).selectAll(),
            Reason.COLLATION_MISMATCH),
        Arguments.of(
            reading("users").orderBy("joined_at").selectAll().limit(10, 100_000),
            reading("users").orderBy("joined_at").selectAll().limit(10, 10),
            Reason.DEEP_OFFSET),
        Arguments.of(
            reading("users").orderByRandom().selectAll().limit(1),
            reading("users").orderBy("age").selectAll().limit(1),
            Reason.ORDER_BY_RANDOM),
        Arguments.of(
            reading("users").where(not("age")).selectAll(),
            reading("users").where(not("age"), is("email")).selectAll(),
            Reason.NEGATION),
        Arguments.of(
            reading("users")
                .join("posts", join("1.user_id", "0.id"))
                .where(any(is("0.age"), is("1.score")))
                .selectAll(),
            reading("users")
                .join("posts", join("1.user_id", "0.id"))
                .where(any(is("0.age"), is("0.email")))
                .selectAll(),
            Reason.OR_ACROSS_TABLES),
        Arguments.of(
            reading("users").selectAll(), reading("users").aggregate(), Reason.NO_CONDITION));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("cases")
  void saysWhatNoIndexMends(FactMaker with, FactMaker without, Reason reason) {
    assertThat(rewrites(with.called(100))).extracting(RewriteAdvice::reason).contains(reason);
    assertThat(rewrites(without.called(100)))
        .extracting(RewriteAdvice::reason)
        .doesNotContain(reason);
  }

  @Test
  void anExpressionThatNoIndexHoldsAsksForAGeneratedColumn() {
    FactMaker bio = reading("users").where(wrapped("lower(bio)", "bio")).selectAll();

    assertThat(rewrites(bio.called(100)))
        .singleElement()
        .satisfies(
            rewrite -> {
              assertThat(rewrite.reason()).isEqualTo(Reason.FUNCTION_OVER_COLUMN);
              assertThat(rewrite.rewrite()).contains("generated column");
            });
  }

  @Test
  void aPatternThatIsNotKnownIsNamedWhereTheTableIsReadWhole() {
    WeightedStatement search =
        reading("users").where(like("email", PatternStart.UNKNOWN)).selectAll().called(100);

    assertThat(rewrites(examining(50_000, search)))
        .singleElement()
        .satisfies(
            rewrite -> {
              assertThat(rewrite.reason()).isEqualTo(Reason.LEADING_WILDCARD);
              assertThat(rewrite.rewrite()).startsWith("Look at the pattern");
            });
    assertThat(rewrites(examining(20_000, search))).isEmpty();
    assertThat(rewrites(search)).isEmpty();
  }

  @Test
  void anIndexOnATextThatIsNotUsedLetsSuspectANumber() {
    WeightedStatement text = reading("users").where(is("email")).selectAll().called(100);
    WeightedStatement number = reading("posts").where(is("id")).selectAll().called(100);

    assertThat(rewrites(examining(50_000, text)))
        .singleElement()
        .satisfies(
            rewrite -> {
              assertThat(rewrite.reason()).isEqualTo(Reason.IMPLICIT_CONVERSION);
              assertThat(rewrite.subject()).isEqualTo("shop.users.email");
            });
    assertThat(rewrites(examining(1, text))).isEmpty();
    assertThat(rewrites(examining(50_000, number))).isEmpty();
  }

  @Test
  void onlyStatementsThatMatterAreNamed() {
    FactMaker wildcard = reading("users").where(like("email", PatternStart.WILDCARD)).selectAll();
    FactMaker much = reading("posts").where(is("score")).selectAll();

    assertThat(rewrites(wildcard.called(1))).hasSize(1);
    assertThat(rewrites(wildcard.called(1), much.called(1_000))).isEmpty();
  }

  @Test
  void aStatementMattersByTheRowsThatItReadsToo() {
    WeightedStatement wildcard =
        lasting(
            0.001,
            reading("users").where(like("email", PatternStart.WILDCARD)).selectAll().called(5));
    WeightedStatement slow = lasting(100, reading("users").where(is("id")).selectAll().called(1));

    assertThat(rewrites(wildcard, slow)).hasSize(1);
    assertThat(rewrites(examining(2_000, wildcard), examining(1_100_000, slow))).isEmpty();
  }

  @Test
  void theLargestLoadStandsFirst() {
    WeightedStatement wildcard =
        lasting(
            1, reading("users").where(like("email", PatternStart.WILDCARD)).selectAll().called(5));
    WeightedStatement sorted =
        lasting(3, reading("users").orderByRandom().selectAll().limit(1).called(5));
    WeightedStatement all = lasting(2, reading("posts").selectAll().called(5));

    assertThat(rewrites(wildcard, sorted, all))
        .extracting(RewriteAdvice::loadShare)
        .isSortedAccordingTo(Comparator.reverseOrder())
        .contains(3 / 6.0, 2 / 6.0, 1 / 6.0);
  }
}
