package dev.watershed.reports.review.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.Section;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which indexes are missing, which may go, and how people get from one to its evidence. */
class IndexesSectionTest {

  private static final ReviewFacts FACTS = new ReviewFactsFixture().build();
  private static final Section SECTION = IndexesSection.of(FACTS, Rows.ENGLISH);

  private static String digest(String sql) {
    return Fingerprints.idOf(Fingerprints.of(sql, SqlMode.standard()).digest());
  }

  @Test
  void aMissingIndexNamesWhomItHelps() {
    Map<String, String> row =
        Rows.by(Rows.table(SECTION, "missing_indexes"), "index").get("(member_id)");
    assertThat(row)
        .containsEntry("table", "shop.orders")
        .containsEntry("kind", "add")
        .containsEntry("services", "booking")
        .containsEntry("digests", digest(ReviewFactsFixture.BY_MEMBER))
        .containsEntry("rows_before", "1.18M");
    assertThat(row.get("ddl")).startsWith("ALTER TABLE `shop`.`orders` ADD INDEX").endsWith(";");
    assertThat(row.get("advice")).startsWith("index-");
  }

  @Test
  void theScriptHasTheSameChange() {
    assertThat(Rows.blocks(SECTION, Block.Script.class))
        .singleElement()
        .satisfies(script -> assertThat(script.text()).contains("ALTER TABLE `shop`.`orders`"));
  }

  @Test
  void theScriptHasTheOrderOfTheTable() {
    Section section = IndexesSection.of(twoMissing(), Rows.ENGLISH);
    List<String> ids =
        Rows.texts(Rows.table(section, "missing_indexes"), "advice").stream()
            .map(row -> row.get(0))
            .toList();
    assertThat(ids).hasSizeGreaterThan(1);
    String script = Rows.blocks(section, Block.Script.class).get(0).text();
    assertThat(Pattern.compile("index-[0-9a-f]+").matcher(script).results().map(MatchResult::group))
        .containsExactlyElementsOf(ids);
  }

  /** The second one, by the name of its table, helps more. */
  private static ReviewFacts twoMissing() {
    ReviewFactsFixture fixture =
        new ReviewFactsFixture()
            .table(TableMaker.table("carts").numbers("member_id").rows(90_000, 40));
    fixture.workload().user("booking").rows(5, 90_000);
    fixture
        .workload()
        .statement("SELECT * FROM shop.carts WHERE member_id = 1")
        .run(FleetFactsFixture.times(30, 9_000));
    return fixture.build();
  }

  @Test
  void indexesThatMayGoSayWhy() {
    assertThat(Rows.texts(Rows.table(SECTION, "needless_indexes"), "index", "kind", "why"))
        .contains(
            List.of(
                "ix_state (state)", "redundant", "ix_state_id begins with the columns of ix_state"),
            List.of("ix_note (note)", "unused", "ix_note was not used while it was watched"));
  }

  @Test
  void whatNoIndexMendsLeadsToItsStatementAndTable() {
    assertThat(Rows.texts(Rows.table(SECTION, "rewrites"), "digest", "services", "reason", "table"))
        .contains(
            List.of(
                digest(ReviewFactsFixture.BY_NAME), "market", "leading wildcard", "shop.coupons"));
  }

  @Test
  void evidenceJoinsAdviceAndStatements() {
    DataTable evidence = AdviceEvidence.of(FACTS, Rows.ENGLISH);
    String advice =
        Rows.by(Rows.table(SECTION, "missing_indexes"), "index").get("(member_id)").get("advice");
    assertThat(Rows.texts(evidence, "advice", "digest"))
        .contains(List.of(advice, digest(ReviewFactsFixture.BY_MEMBER)));
  }

  @Test
  void withoutACatalogItSaysWhatIsMissing() {
    Section bare =
        IndexesSection.of(new ReviewFactsFixture().withoutCatalog().build(), Rows.ENGLISH);
    assertThat(Rows.blocks(bare, Block.Lacking.class))
        .singleElement()
        .satisfies(lacking -> assertThat(lacking.what()).contains("tables of db"));
    assertThat(Rows.blocks(bare, Block.Script.class)).isEmpty();
  }

  @Test
  void itSpeaksJapanese() {
    assertThat(IndexesSection.of(FACTS, Rows.JAPANESE).title()).isEqualTo("インデックス");
  }
}
