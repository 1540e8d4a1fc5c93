package dev.watershed.analyzer.index.candidate;

import static dev.watershed.analyzer.index.Conditions.between;
import static dev.watershed.analyzer.index.Conditions.in;
import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.Conditions.join;
import static dev.watershed.analyzer.index.Conditions.not;
import static dev.watershed.analyzer.index.Conditions.wrapped;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.analyzer.index.RandomServers;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CandidatePoolTest {

  private static final List<StatisticTable> TABLES =
      List.of(
          table("t")
              .numbers("a", "b", "c", "d")
              .column("email", "varchar(100)")
              .column("body", "text")
              .column("path", "varchar(1000)")
              .key("idx_d", false, "d")
              .rows(10_000, 200)
              .distinct("idx_d", 100, 10_000)
              .make(),
          table("u").numbers("t_id", "x").rows(10_000, 200).make());

  private static List<String> candidates(String version, FactMaker statement) {
    AdvisedServer server = Servers.server(version, TABLES, List.of(statement.called(1)));
    return Workbench.of(server).candidates().stream()
        .map(each -> each.table().definition().name() + text(each.parts()))
        .toList();
  }

  private static String text(List<IndexPart> parts) {
    return parts.stream()
        .map(part -> ColumnKey.of(part) + (part.descending() ? "-" : ""))
        .collect(Collectors.joining(" ", "(", ")"));
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            "one column, and what covers",
            FactMaker.reading("t").where(is("a")).select("b"),
            List.of("t(a)", "t(a b)")),
        Arguments.of(
            "every column is never covered",
            FactMaker.reading("t").where(is("a")).selectAll(),
            List.of("t(a)")),
        Arguments.of(
            "a range ends the search",
            FactMaker.reading("t").where(between("a"), is("b")).selectAll(),
            List.of("t(b)", "t(b a)")),
        Arguments.of(
            "a list stands behind single values",
            FactMaker.reading("t").where(in("a", 3), is("b")).selectAll(),
            List.of("t(a)", "t(a b)", "t(b)", "t(b a)")),
        Arguments.of(
            "an order keeps its columns",
            FactMaker.reading("t").where(is("a")).orderBy("c", "b").selectAll(),
            List.of("t(a)", "t(a c)", "t(a c b)")),
        Arguments.of(
            "an order does not stand behind a list",
            FactMaker.reading("t").where(in("a", 3)).orderBy("b").selectAll(),
            List.of("t(a)", "t(b)")),
        Arguments.of("groups", FactMaker.reading("t").groupBy("a").select("a"), List.of("t(a)")),
        Arguments.of(
            "distinct rows", FactMaker.reading("t").distinct().select("a"), List.of("t(a)")),
        Arguments.of(
            "the primary key stands behind every index",
            FactMaker.reading("t").where(is("a")).orderBy("id").selectAll(),
            List.of("t(a)")),
        Arguments.of("no <>", FactMaker.reading("t").where(not("a")).selectAll(), List.of()),
        Arguments.of(
            "the beginning of an index exists",
            FactMaker.reading("t").where(is("d")).orderBy("id").selectAll(),
            List.of()),
        Arguments.of(
            "one row at most",
            FactMaker.reading("t").where(is("id"), is("a")).selectAll(),
            List.of()),
        Arguments.of(
            "both sides of a join",
            FactMaker.reading("t").join("u", join("1.t_id", "0.a")).selectAll(),
            List.of("t(a)", "u(t_id)")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void areWhatTheStatementCanUse(String name, FactMaker statement, List<String> expected) {
    assertThat(candidates(Servers.MYSQL, statement)).isEqualTo(expected);
  }

  @Test
  void descendingPartsAreOnlyWhereDirectionsAreMixed() {
    FactMaker mixed = FactMaker.reading("t").orderBy("a", "-b").selectAll().limit(1);
    FactMaker backwards = FactMaker.reading("t").orderBy("-a", "-b").selectAll().limit(1);

    assertThat(candidates(Servers.MYSQL, mixed)).containsExactly("t(a)", "t(a b-)");
    assertThat(candidates("10.6.1-MariaDB", mixed)).isEmpty();
    assertThat(candidates(Servers.MYSQL, backwards)).containsExactly("t(a)", "t(a b)");
  }

  @Test
  void expressionsAreOnlyWhereTheServerHasThem() {
    FactMaker lower = FactMaker.reading("t").where(wrapped("lower(email)", "email")).selectAll();

    assertThat(candidates(Servers.MYSQL, lower)).containsExactly("t((lower(email)))");
    assertThat(candidates("8.0.12", lower)).isEmpty();
    assertThat(candidates(Servers.MARIADB, lower)).isEmpty();
  }

  @Test
  void anExpressionIsNoLongerThanAnIndexHolds() {
    assertThat(candidates(Servers.MYSQL, over("lower(body)", "body"))).isEmpty();
    assertThat(candidates(Servers.MYSQL, over("lower(path)", "path"))).isEmpty();
    assertThat(candidates(Servers.MYSQL, over("md5(body)", "body")))
        .containsExactly("t((md5(body)))");
  }

  private static FactMaker over(String expression, String column) {
    return FactMaker.reading("t").where(wrapped(expression, column)).selectAll();
  }

  @Tag("long")
  @Test
  void noneHasAColumnTwiceOrExists() {
    for (int seed = 0; seed < 50; seed++) {
      List<Candidate> all = Workbench.of(RandomServers.of(seed, 3, 20)).candidates();

      assertThat(all).allMatch(each -> PartLists.distinct(each.parts()));
      assertThat(all)
          .noneMatch(each -> PartLists.exist(each.parts(), PartLists.existing(each.table(), true)));
      assertThat(all)
          .allMatch(
              each -> PartLists.withoutClusterKey(each.parts(), each.table()) == each.parts());
      assertThat(all.stream().map(each -> each.table().name() + text(each.parts())))
          .doesNotHaveDuplicates();
    }
  }
}
