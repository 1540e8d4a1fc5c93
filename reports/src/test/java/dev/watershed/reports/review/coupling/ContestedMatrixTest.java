package dev.watershed.reports.review.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.chart.MatrixChart;
import dev.watershed.reports.review.form.PageWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContestedMatrixTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);

  @Test
  void aContestedTableIsARowAndItsUsersAreColumns() {
    CouplingFacts facts = new ReviewFactsFixture().build().fleet().coupling();
    MatrixChart chart = ContestedMatrix.of(facts, WORDS);
    assertThat(chart.rows())
        .containsExactly(new MatrixChart.Head("shop.coupons", "table/shop.coupons"));
    assertThat(chart.columns())
        .extracting(MatrixChart.Head::name)
        .containsExactly("booking", "market");
    assertThat(chart.cells().get(0).marks()).isEqualTo(Set.of(MatrixChart.Mark.DOT));
    assertThat(chart.cells().get(1).marks())
        .isEqualTo(Set.of(MatrixChart.Mark.DOT, MatrixChart.Mark.FRAME));
    assertThat(chart.cells().get(0).title()).startsWith("shop.coupons, booking: ");
  }

  @Test
  void whereOneServiceWritesNothingIsContested() {
    CouplingFixture fixture =
        new CouplingFixture()
            .service("booking", List.of(), List.of())
            .service("market", List.of(), List.of())
            .tables("shop.coupons")
            .run("booking", 50, "SELECT * FROM shop.coupons WHERE id = 1")
            .run("market", 50, "UPDATE shop.coupons SET used = 1 WHERE id = 3")
            .server("db");
    CouplingFacts facts =
        CouplingAnalysis.of(fixture.build(), fixture.mapping(), PartyLevel.SERVICE);
    assertThat(ContestedMatrix.of(facts, WORDS).rows()).isEmpty();
  }
}
