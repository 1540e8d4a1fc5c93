package dev.watershed.reports.review.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.Section;
import dev.watershed.reports.review.section.ConsolidationSection;
import dev.watershed.reports.review.section.CouplingSection;
import dev.watershed.reports.review.section.IndexesSection;
import dev.watershed.reports.review.section.QualitySection;
import dev.watershed.reports.review.section.Rows;
import dev.watershed.reports.review.section.RulesSection;
import dev.watershed.reports.review.section.ServersSection;
import dev.watershed.reports.review.section.StatementsSection;
import dev.watershed.reports.review.section.SummarySection;
import dev.watershed.reports.review.section.TableDetails;
import dev.watershed.reports.review.section.TablesSection;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each section beside an earlier span. In between {@code market} began to write the orders of
 * {@code booking}, and sends three times as many searches.
 */
class ComparedSectionsTest {

  private static final String MORE = "▲ more";
  private static final String NEW = "+ new";
  private static final String GONE = "− gone";
  private static final String SAME = "=";
  private static final String WRITES = "UPDATE shop.orders SET state = 2 WHERE member_id = 3";

  private static final ReviewFacts BEFORE = new ReviewFactsFixture().build();
  private static final ReviewFacts CHANGED = changed();
  private static final ReviewFacts UNCHANGED = new ReviewFactsFixture().after(BEFORE);

  private static ReviewFactsFixture fixture() {
    ReviewFactsFixture fixture = new ReviewFactsFixture();
    fixture.workload().user("market").rows(3, 8_000);
    fixture
        .workload()
        .statement(ReviewFactsFixture.BY_NAME)
        .run(FleetFactsFixture.times(600, 40_000));
    fixture.workload().statement(WRITES).run(FleetFactsFixture.times(90, 3_000));
    return fixture;
  }

  private static ReviewFacts changed() {
    return fixture().after(BEFORE);
  }

  private static String digest(String sql) {
    return Fingerprints.idOf(Fingerprints.of(sql, SqlMode.standard()).digest());
  }

  private static Map<String, Map<String, String>> rows(Section section, String id, String key) {
    return Rows.by(Rows.table(section, id), key);
  }

  @Test
  void theSummaryHasTheLoadOfServicesBeforeAndNow() {
    Section section = SummarySection.of(CHANGED, Rows.ENGLISH);
    Map<String, Map<String, String>> services = rows(section, "changed_services", "service");
    assertThat(services.get("market")).containsEntry("change", MORE);
    assertThat(services.get("booking")).containsEntry("change", SAME);
    assertThat(Rows.texts(Rows.table(section, "changed_services"), "service").get(0))
        .as("what moved most first")
        .containsExactly("market");
    assertThat(Rows.blocks(section, Block.Tiles.class).get(1).tiles())
        .allSatisfy(tile -> assertThat(tile.value()).contains(" → "));
  }

  @Test
  void statementsHaveBothFiguresAndAMark() {
    Map<String, Map<String, String>> statements =
        rows(StatementsSection.of(CHANGED, Rows.ENGLISH), "statements", "digest");
    assertThat(statements.get(digest(WRITES)))
        .containsEntry("change", NEW)
        .containsEntry("mean_before", "–");
    assertThat(statements.get(digest(ReviewFactsFixture.BY_MEMBER)))
        .containsEntry("change", SAME)
        .containsEntry("mean_before", "90 ms")
        .containsEntry("mean_now", "90 ms");
    assertThat(statements.get(digest(ReviewFactsFixture.BY_NAME)))
        .as("ten calls before are too few to tell")
        .containsEntry("change", "? cannot tell");
  }

  @Test
  void indexesMarkAdviceThatIsNewAndListWhatIsGone() {
    ReviewFacts with = carts().after(BEFORE);
    assertThat(
            Rows.texts(
                Rows.table(IndexesSection.of(with, Rows.ENGLISH), "missing_indexes"),
                "table",
                "change"))
        .containsExactlyInAnyOrder(List.of("shop.orders", SAME), List.of("shop.carts", NEW));
    assertThat(
            Rows.texts(
                Rows.table(IndexesSection.of(UNCHANGED, Rows.ENGLISH), "needless_indexes"),
                "change"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).containsExactly(SAME));
    assertThat(Rows.table(IndexesSection.of(UNCHANGED, Rows.ENGLISH), "gone_advice").rows())
        .isEmpty();
    ReviewFacts without = new ReviewFactsFixture().after(carts().build());
    assertThat(
            Rows.texts(
                Rows.table(IndexesSection.of(without, Rows.ENGLISH), "gone_advice"),
                "table",
                "kind",
                "change"))
        .containsExactly(List.of("shop.carts", "add", GONE));
  }

  /** A table more, which lacks an index. */
  private static ReviewFactsFixture carts() {
    ReviewFactsFixture fixture =
        new ReviewFactsFixture()
            .table(TableMaker.table("carts").numbers("member_id").rows(90_000, 40));
    fixture.workload().user("booking").rows(5, 90_000);
    fixture
        .workload()
        .statement("SELECT * FROM shop.carts WHERE member_id = 1")
        .run(FleetFactsFixture.times(30, 9_000));
    return fixture;
  }

  @Test
  void adviceOfATableThatTheEarlierCatalogLackedCannotBeTold() {
    ReviewFacts facts =
        new ReviewFactsFixture().after(new ReviewFactsFixture().withoutCatalog().build());
    assertThat(
            Rows.texts(
                Rows.table(IndexesSection.of(facts, Rows.ENGLISH), "needless_indexes"), "change"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).containsExactly("? cannot tell"));
  }

  @Test
  void indexesSayWhichAreUsedOtherwise() {
    ReviewFacts before =
        new ReviewFactsFixture().reached("ix_state", 5_000).reached("ix_note", 3).build();
    Section section =
        IndexesSection.of(
            new ReviewFactsFixture().reached("ix_state_id", 800).after(before), Rows.ENGLISH);
    assertThat(
            Rows.texts(
                Rows.table(section, "changed_index_use"), "table", "index", "change", "rows_now"))
        .as("three rows are too few to miss")
        .containsExactly(
            List.of("shop.orders", "ix_state", GONE, "0 /s"),
            List.of("shop.orders", "ix_state_id", NEW, "0.8 /s"));
    Section unwatched =
        IndexesSection.of(new ReviewFactsFixture().unwatched().after(before), Rows.ENGLISH);
    assertThat(Rows.blocks(unwatched, Block.Lacking.class))
        .anySatisfy(lacking -> assertThat(lacking.how()).contains("url"));
  }

  @Test
  void adviceToDropWhatIsUnusedIsNewWhereItsUseIsGone() {
    assertThat(dropOfNotes(new ReviewFactsFixture().reached("ix_note", 5_000)))
        .containsEntry("change", NEW);
    assertThat(dropOfNotes(new ReviewFactsFixture().reached("ix_note", 3)))
        .as("three uses can be missing by chance")
        .containsEntry("change", "? cannot tell");
    assertThat(dropOfNotes(new ReviewFactsFixture())).containsEntry("change", SAME);
  }

  private static Map<String, String> dropOfNotes(ReviewFactsFixture before) {
    return rows(
            IndexesSection.of(new ReviewFactsFixture().after(before.build()), Rows.ENGLISH),
            "needless_indexes",
            "index")
        .get("ix_note (note)");
  }

  @Test
  void indexesThatWereMadeAndDroppedAreListed() {
    ReviewFacts with =
        new ReviewFactsFixture()
            .table(TableMaker.table("carts").numbers("member_id").key("ix_m", false, "member_id"))
            .after(BEFORE);
    assertThat(
            Rows.texts(
                Rows.table(IndexesSection.of(with, Rows.ENGLISH), "changed_indexes"),
                "table",
                "index",
                "change"))
        .contains(List.of("shop.carts", "ix_m", NEW));
    assertThat(Rows.table(IndexesSection.of(UNCHANGED, Rows.ENGLISH), "changed_indexes").rows())
        .isEmpty();
  }

  @Test
  void pagesOfTablesHaveTheUseOfTheirIndexes() {
    ReviewFacts before = new ReviewFactsFixture().reached("ix_state", 5_000).build();
    DataTable indexes = TableDetails.indexes(new ReviewFactsFixture().after(before), Rows.ENGLISH);
    assertThat(Rows.by(indexes, "index").get("ix_state"))
        .containsEntry("change", GONE)
        .containsEntry("rows_before", "5 /s")
        .containsEntry("rows_now", "0 /s");
  }

  @Test
  void contestedTablesAreMarked() {
    String contested =
        Rows.blocks(CouplingSection.of(CHANGED, Rows.ENGLISH), Block.Figure.class).get(1).svg();
    assertThat(contested).contains("data-layer=\"rises\"", NEW);
    String gone =
        Rows.blocks(
                CouplingSection.of(new ReviewFactsFixture().after(changed()), Rows.ENGLISH),
                Block.Figure.class)
            .get(1)
            .svg();
    assertThat(gone).contains("data-layer=\"falls\"");
  }

  @Test
  void stepsOfFewCallsCannotBeTold() {
    ReviewFacts afterLong = fixture().after(BEFORE);
    assertThat(rows(ConsolidationSection.of(afterLong, Rows.ENGLISH), "steps", "kind"))
        .hasEntrySatisfying("Merge services", row -> assertThat(row).containsEntry("change", NEW));
    ReviewFacts afterASecond = fixture().after(BEFORE, Duration.ofSeconds(1));
    assertThat(rows(ConsolidationSection.of(afterASecond, Rows.ENGLISH), "steps", "kind"))
        .hasEntrySatisfying(
            "Merge services", row -> assertThat(row).containsEntry("change", "? cannot tell"));
  }

  @Test
  void couplingMarksDependenciesAndFindings() {
    Section section = CouplingSection.of(CHANGED, Rows.ENGLISH);
    assertThat(
            Rows.texts(Rows.table(section, "changed_uses"), "sender", "owner", "change", "before"))
        .contains(List.of("market", "booking", NEW, "0 /s"));
    assertThat(rows(section, "findings", "id").values())
        .anyMatch(row -> NEW.equals(row.get("change")));
    assertThat(Rows.blocks(section, Block.Figure.class).get(0).svg())
        .contains("data-layer=\"rises\"", "new or more", NEW);
    Section same = CouplingSection.of(UNCHANGED, Rows.ENGLISH);
    assertThat(Rows.table(same, "changed_uses").rows()).isEmpty();
    assertThat(rows(same, "findings", "id").values())
        .allSatisfy(row -> assertThat(row).containsEntry("change", SAME));
  }

  @Test
  void whatIsGoneHasAMarkAndARow() {
    ReviewFacts facts = new ReviewFactsFixture().after(changed());
    Section section = CouplingSection.of(facts, Rows.ENGLISH);
    assertThat(Rows.texts(Rows.table(section, "changed_uses"), "sender", "change"))
        .contains(List.of("market", GONE));
    assertThat(Rows.texts(Rows.table(section, "gone_findings"), "change")).contains(List.of(GONE));
    assertThat(Rows.table(RulesSection.of(facts, Rows.ENGLISH), "gone_violations").rows())
        .isNotEmpty();
  }

  @Test
  void consolidationHasTheCrossingsOfTheEarlierSpan() {
    Section section = ConsolidationSection.of(CHANGED, Rows.ENGLISH);
    Map<String, Map<String, String>> crossings = rows(section, "crossings", "crossing");
    assertThat(crossings.values())
        .anyMatch(row -> !row.get("earlier").equals(row.get("before")))
        .noneMatch(row -> row.get("earlier").equals("–"));
    assertThat(rows(ConsolidationSection.of(UNCHANGED, Rows.ENGLISH), "steps", "id").values())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsEntry("change", SAME));
  }

  @Test
  void tablesHaveTheirTrafficOfBothSpans() {
    Map<String, Map<String, String>> tables =
        rows(TablesSection.of(CHANGED, Rows.ENGLISH), "tables", "table");
    assertThat(tables.get("shop.coupons")).containsEntry("change", MORE);
    assertThat(tables.get("shop.orders").get("calls_before")).isNotEqualTo("–");
    Section made =
        TablesSection.of(
            new ReviewFactsFixture().after(new ReviewFactsFixture().withoutCatalog().build()),
            Rows.ENGLISH);
    assertThat(Rows.table(made, "changed_tables").rows())
        .as("without both catalogs nothing is said")
        .isEmpty();
    assertThat(rows(made, "tables", "table").get("shop.coupons"))
        .as("of which nobody knew the size")
        .containsEntry("bytes_before", "–");
  }

  @Test
  void rulesMarkWhatIsNew() {
    Section section = RulesSection.of(CHANGED, Rows.ENGLISH);
    assertThat(rows(section, "violations_new", "key").values())
        .anyMatch(row -> NEW.equals(row.get("change")))
        .anyMatch(row -> SAME.equals(row.get("change")));
  }

  @Test
  void serversAndQualityStandBesideTheEarlierSpan() {
    Section servers = ServersSection.of(UNCHANGED, Rows.ENGLISH);
    assertThat(rows(servers, "changed_servers", "server").values())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsEntry("change", SAME))
        .allSatisfy(row -> assertThat(row).containsEntry("peak_before", "–"));
    Section quality = QualitySection.of(UNCHANGED, Rows.ENGLISH);
    assertThat(rows(quality, "coverage", "server").values())
        .allSatisfy(row -> assertThat(row.get("calls_before")).isEqualTo(row.get("calls")));
    assertThat(rows(quality, "doubts", "what").values())
        .allSatisfy(row -> assertThat(row.get("time_share_then")).isEqualTo(row.get("time_share")));
  }

  @Test
  void spansOfDifferentLengthAreComparedPerSecond() {
    ReviewFacts facts = new ReviewFactsFixture().after(BEFORE, Duration.ofSeconds(4_000));
    assertThat(
            rows(SummarySection.of(facts, Rows.ENGLISH), "changed_services", "service")
                .get("booking"))
        .containsEntry("change", MORE);
  }
}
