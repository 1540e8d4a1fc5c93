package dev.watershed.reports.review.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows of the fixture: a thousand seconds, booking redeems market's coupons in transactions. */
class CouplingTablesTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private final ReviewFacts facts = new ReviewFactsFixture().build();

  @Test
  void everyFindingIsARowUnderItsIdWithItsEvidence() {
    DataTable table = FindingTable.of(facts.fleet().coupling(), WORDS);
    assertThat(table.entity()).isEqualTo("finding");
    assertThat(table.rows()).hasSameSizeAs(facts.fleet().coupling().findings());
    Map<String, String> contested = TableRows.where(table, "kind", "Contested table");
    assertThat(contested)
        .containsEntry("services", "booking, market")
        .containsEntry("tables", "shop.coupons")
        .containsEntry("basis", "any owner");
    assertThat(contested)
        .as("no further statement than these is not a figure")
        .containsEntry("further", "–");
    assertThat(contested.get("digests")).matches("[0-9a-f]{16}(, [0-9a-f]{16})*");
  }

  @Test
  void ofFindingsThatRestOnFewCallsTheHeaviestAreRows() {
    CouplingFacts coupling = facts.fleet().coupling();
    Finding some = coupling.findings().get(0);
    List<Finding> findings = new ArrayList<>(List.of(some));
    for (int calls = 0; calls < 600; calls++) {
      findings.add(occasional(some, calls));
    }
    CouplingFacts many =
        new CouplingFacts(
            coupling.input(),
            coupling.matrix(),
            coupling.ownership(),
            findings,
            coupling.services(),
            coupling.pairs(),
            coupling.transactions(),
            coupling.hubs(),
            coupling.saidNotes());
    assertThat(FindingTable.left(coupling)).isZero();
    assertThat(FindingTable.left(many)).isEqualTo(400);
    assertThat(TableRows.of(FindingTable.of(many, WORDS)))
        .extracting(row -> row.get("id"))
        .hasSize(201)
        .contains(some.id(), "calls-400", "calls-599")
        .doesNotContain("calls-0", "calls-399");
  }

  private static Finding occasional(Finding like, int calls) {
    return new Finding(
        "calls-" + calls,
        like.kind(),
        like.subject(),
        like.said(),
        like.services(),
        like.tables(),
        like.weight(),
        calls,
        like.timeSeconds(),
        like.timeShare(),
        like.basis(),
        like.estimated(),
        true,
        like.saidInferred(),
        like.evidence(),
        like.furtherEvidence());
  }

  @Test
  void aPairSaysWhatItSharesAndThroughWhichTables() {
    DataTable table = PairTable.of(facts.fleet().coupling(), WORDS);
    assertThat(TableRows.of(table)).hasSize(1);
    assertThat(TableRows.of(table).get(0))
        .containsEntry("pair", "booking – market")
        .containsEntry("services", "booking, market")
        .containsEntry("writes", "0.05 /s")
        .containsEntry("transactions", "0.1 /s")
        .containsEntry("tables", "shop.coupons");
  }

  @Test
  void everyUseOfATableIsARow() {
    DataTable table = UseTable.of(facts.fleet().coupling(), WORDS);
    assertThat(TableRows.of(table))
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("service", "booking")
                    .containsEntry("table", "shop.coupons")
                    .containsEntry("reads", "400")
                    .containsEntry("writes", "100"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("service", "market")
                    .containsEntry("table", "shop.coupons")
                    .containsEntry("writes", "50"));
  }

  @Test
  void aServiceSaysWhatItOwnsAndUses() {
    DataTable table = ServiceTable.of(facts, WORDS);
    assertThat(TableRows.where(table, "service", "booking"))
        .containsEntry("team", "reservations")
        .containsEntry("foreign", "1")
        .containsEntry("uses", "market");
    assertThat(TableRows.where(table, "service", "market")).containsEntry("used_by", "booking");
  }

  @Test
  void whereSamplesTellWhoseTimeItIsAServiceHasThatTime() {
    DataTable table = ServiceTable.of(new ReviewFactsFixture().estimated().build(), WORDS);
    assertThat(TableRows.where(table, "service", "market"))
        .containsEntry("time_share", "60.0 %")
        .containsEntry("time", "24 s")
        .containsEntry("calls", "–");
    assertThat(TableRows.where(table, "service", "member")).containsEntry("time_share", "22.5 %");
    assertThat(TableRows.where(table, "service", "booking")).containsEntry("time", "–");
  }

  @Test
  void clustersAndSeamsHavePages() {
    assertThat(ClusterTables.clusters(facts.structure(), WORDS).entity()).isEqualTo("cluster");
    assertThat(ClusterTables.clusters(facts.structure(), WORDS).rows())
        .hasSameSizeAs(facts.structure().clusters());
    assertThat(ClusterTables.seams(facts.structure(), WORDS).rows())
        .hasSameSizeAs(facts.structure().seams());
    assertThat(ClusterTables.disagreements(facts.structure(), WORDS).rows())
        .hasSameSizeAs(facts.structure().disagreements());
  }
}
