package dev.watershed.analyzer.index.advice;

import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.Conditions.join;
import static dev.watershed.analyzer.index.FactMaker.reading;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each reason to say nothing beside a case that differs only in that. */
class SieveTest {

  private static final double OFTEN = 72_000;

  private static final StatisticTable VISITS =
      table("visits")
          .column("page_id", "bigint")
          .column("day", "date")
          .column("kind", "varchar(20)")
          .column("published", "tinyint(1)")
          .column("note", "varchar(400)")
          .numbers("seconds")
          .numbers("shop_id")
          .key("idx_page", false, "page_id")
          .key("idx_shop", false, "shop_id")
          .rows(60_000, 900)
          .distinct("PRIMARY", 60_000)
          .distinct("idx_page", 6_000, 60_000)
          .distinct("idx_shop", 60, 60_000)
          .make();

  private static StatisticTable banners(long rows) {
    return table("banners")
        .column("place", "varchar(20)")
        .column("member_id", "bigint")
        .column("title", "varchar(80)")
        .rows(rows, 2)
        .distinct("PRIMARY", rows)
        .make();
  }

  private static final StatisticTable PAGES =
      table("pages").column("title", "varchar(80)").rows(9_000, 90).make();

  private static List<String> advised(StatisticTable table, WeightedStatement... statements) {
    return advisedBy(Servers.MYSQL, table, statements);
  }

  private static List<String> advisedBy(
      String version, StatisticTable table, WeightedStatement... statements) {
    return new IndexAdvisor(AdvisorOptions.DEFAULTS)
            .advise(Servers.server(version, List.of(table, PAGES), List.of(statements)))
            .indexes()
            .stream()
            .map(
                advice ->
                    advice.table()
                        + advice.index().parts().stream()
                            .map(IndexPart::column)
                            .map(Optional::orElseThrow)
                            .collect(Collectors.joining(",", "(", ")")))
            .toList();
  }

  private static WeightedStatement search() {
    return reading("visits").where(is("seconds")).selectAll().called(100);
  }

  private static WeightedStatement other(double calls) {
    return reading("pages").where(is("id")).selectAll().called(calls);
  }

  @Test
  void statementsWithoutWeightAreLeftAlone() {
    assertThat(advised(VISITS, search(), other(90_000))).containsExactly("visits(seconds)");
    assertThat(advised(VISITS, search(), other(110_000))).isEmpty();
  }

  @Test
  void aColumnThatNamesRowsNeedsNoWeight() {
    FactMaker byMember = reading("banners").where(is("member_id")).selectAll();
    FactMaker byPlace = reading("banners").where(is("place")).selectAll();

    assertThat(advised(banners(300), byMember.called(OFTEN))).containsExactly("banners(member_id)");
    assertThat(advised(banners(3_000), byMember.called(720), other(1e6)))
        .containsExactly("banners(member_id)");
    assertThat(advised(banners(3_000), byPlace.called(720), other(1e6))).isEmpty();
  }

  @Test
  void anOrderWithALimitNeedsNoWeightEither() {
    FactMaker first = reading("banners").where(is("place")).orderBy("title").selectAll().limit(5);

    assertThat(advised(banners(3_000), first.called(720), other(1e6)))
        .containsExactly("banners(place,title)");
    assertThat(advised(banners(300), first.called(720), other(1e6))).isEmpty();
  }

  @Test
  void smallTablesAreLeftAloneUnlessTheyAreScannedAllTheTime() {
    FactMaker scan = reading("banners").where(is("place")).selectAll();

    assertThat(advised(banners(300), scan.called(OFTEN))).isEmpty();
    assertThat(advised(banners(3_000), scan.called(OFTEN))).containsExactly("banners(place)");
    assertThat(advised(banners(300), scan.called(OFTEN * 100))).containsExactly("banners(place)");
  }

  @Test
  void anIndexIsNotMadeLongerToSpareAFewLookups() {
    FactMaker few = reading("visits").where(is("page_id")).select("day", "seconds");
    FactMaker many = reading("visits").where(is("shop_id")).select("day", "seconds");

    assertThat(advised(VISITS, few.called(OFTEN))).isEmpty();
    assertThat(advised(VISITS, many.called(OFTEN))).containsExactly("visits(shop_id,day,seconds)");
  }

  @Test
  void anIndexIsNotMadeLongerByLongTexts() {
    FactMaker many = reading("visits").where(is("shop_id")).select("day", "note");

    assertThat(advised(VISITS, many.called(OFTEN))).isEmpty();
  }

  @Test
  void whatSparesNoRowsIsNoGroundInAJoin() {
    FactMaker alone = reading("visits").groupBy("kind", "day");
    FactMaker joined =
        reading("visits").join("pages", join("1.id", "0.page_id")).groupBy("kind", "day");

    assertThat(advised(VISITS, alone.called(100))).containsExactly("visits(kind,day)");
    assertThat(advised(VISITS, joined.called(100))).isEmpty();
  }

  @Test
  void aSearchInsteadOfAScanIsAGroundInAJoin() {
    FactMaker joined = reading("pages").join("visits", join("1.seconds", "0.title")).selectAll();

    assertThat(advisedBy(Servers.MARIADB, VISITS, joined.called(100)))
        .isNotEmpty()
        .isSubsetOf("visits(seconds)", "pages(title)");
  }

  @Test
  void aFlagThatMostRowsHaveNeedsNoIndex() {
    FactMaker flag = reading("visits").where(is("published")).selectAll();
    FactMaker kind = reading("visits").where(is("kind")).selectAll();

    assertThat(advised(VISITS, flag.called(OFTEN))).isEmpty();
    assertThat(advised(VISITS, kind.called(OFTEN))).containsExactly("visits(kind)");
  }
}
