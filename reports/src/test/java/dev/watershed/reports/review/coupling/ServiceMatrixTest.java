package dev.watershed.reports.review.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.chart.MatrixChart;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.FleetFactsFixture;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceMatrixTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  private static MatrixChart chart(ReviewFacts facts) {
    return ServiceMatrix.today(facts.fleet().coupling(), facts.structure().clusters(), WORDS);
  }

  @Test
  void aCellSaysWhatOneDoesToTablesOfAnother() {
    MatrixChart chart = chart(new ReviewFactsFixture().build());
    assertThat(chart.rows())
        .extracting(MatrixChart.Head::name)
        .containsExactlyInAnyOrder("booking", "market");
    assertThat(chart.cells()).hasSize(1);
    MatrixChart.Cell cell = chart.cells().get(0);
    assertThat(chart.rows().get(cell.row()).name()).isEqualTo("booking");
    assertThat(chart.columns().get(cell.column()).name()).isEqualTo("market");
    assertThat(cell.marks()).isEqualTo(Set.of(MatrixChart.Mark.DOT, MatrixChart.Mark.FRAME));
    assertThat(cell.title())
        .startsWith("booking → market: 0.5")
        .contains("0.1 writes/s", "0.1 transactions/s");
    assertThat(cell.address()).isEqualTo("pair/booking%20%E2%80%93%20market");
  }

  @Test
  void whoIsNoServiceIsCalledSoInTheLanguageOfTheReader() {
    ReviewFactsFixture fixture = new ReviewFactsFixture();
    fixture
        .workload()
        .statement(ReviewFactsFixture.FOREIGN)
        .run(FleetFactsFixture.times(30, 2_000));
    ReviewFacts facts = fixture.build();
    PageWords japanese = PageWords.of(Locale.JAPANESE);
    MatrixChart chart =
        ServiceMatrix.today(facts.fleet().coupling(), facts.structure().clusters(), japanese);
    assertThat(chart.cells())
        .extracting(MatrixChart.Cell::title)
        .anyMatch(title -> title.startsWith(japanese.text("unattributed") + " → market"))
        .noneMatch(title -> title.contains("unattributed"));
    assertThat(
            FindingTable.of(facts.fleet().coupling(), japanese).rows().stream()
                .flatMap(row -> CellText.links(row.get(3)).stream()))
        .contains("booking")
        .noneMatch(name -> name.contains("unattributed"));
  }

  @Test
  void withoutOwnersThereIsNothingToShow() {
    assertThat(chart(new ReviewFactsFixture().withoutServices().build()).cells()).isEmpty();
  }
}
