package dev.watershed.reports.review.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows and columns of some heads. */
class MatrixPartTest {

  private static MatrixChart.Cell cell(int row, int column) {
    return new MatrixChart.Cell(row, column, 1, Set.of(), row + " " + column, "");
  }

  /** Four services and what belongs to none, of which a uses b, d uses a, and c uses d. */
  private static MatrixChart chart() {
    List<MatrixChart.Head> heads =
        Stream.of("a", "b", "c", "d", "(nobody)")
            .map(name -> new MatrixChart.Head(name, ""))
            .toList();
    return new MatrixChart(
        "matrix",
        "Matrix",
        true,
        heads,
        heads.subList(0, 4),
        List.of(cell(0, 1), cell(2, 3), cell(3, 0), cell(4, 1)),
        List.of(new MatrixChart.Box(0, 2, "one"), new MatrixChart.Box(2, 3, "two")),
        List.of(),
        "load");
  }

  @Test
  void anOwnerKeepsWhatItMeets() {
    MatrixChart part = MatrixPart.of(chart(), Set.of("a"));
    assertThat(part.rows()).extracting(MatrixChart.Head::name).containsExactly("a", "b", "d");
    assertThat(part.columns()).extracting(MatrixChart.Head::name).containsExactly("a", "b", "d");
    assertThat(part.cells()).extracting(MatrixChart.Cell::title).containsExactly("0 1", "3 0");
    assertThat(part.cells().get(1).row()).isEqualTo(2);
    assertThat(part.boxes()).containsExactly(new MatrixChart.Box(0, 2, "one"));
  }

  @Test
  void whatHasNoColumnHasNone() {
    MatrixChart part = MatrixPart.of(chart(), Set.of("b"));
    assertThat(part.rows())
        .extracting(MatrixChart.Head::name)
        .containsExactly("a", "b", "(nobody)");
    assertThat(part.columns()).extracting(MatrixChart.Head::name).containsExactly("a", "b");
  }

  @Test
  void whoMeetsNobodyStandsAlone() {
    assertThat(MatrixPart.of(chart(), Set.of("x")).rows()).isEmpty();
    assertThat(MatrixPart.met(chart(), Set.of("d"))).containsExactly(0, 2, 3);
  }
}
