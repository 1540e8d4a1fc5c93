package dev.watershed.reports.review.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.form.Block.TimeChart.Line;
import dev.watershed.reports.review.form.Block.TimeChart.Mark;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeDrawingTest {

  private static final long START = Instant.parse("2026-11-23T10:00:00Z").getEpochSecond();

  private static String draw(List<Line> lines, Mark... marks) {
    return TimeDrawing.of("Load", "active", START, 60, lines, List.of(marks));
  }

  @Test
  void axesHaveTheirUnitAndTheirEnds() {
    String svg = draw(List.of(new Line("a", List.of(0.0, 3.5, 1.0))));
    assertThat(svg)
        .contains("aria-label=\"Load\"")
        .contains(">active<", ">0<", ">2.5<", ">5<")
        .contains(">2026-11-23 10:00<", ">2026-11-23 10:02 UTC<")
        .contains("d=\"M44 170L369 67.8L694 140.8\"");
    assertThat(svg).as("the only line needs no legend").doesNotContain(">a<");
  }

  @Test
  void severalLinesDifferInTheirDashesAndHaveALegend() {
    List<Double> values = List.of(1.0, 2.0);
    String svg = draw(List.of(new Line("one", values), new Line("<two>", values)));
    assertThat(svg).contains("line dash0", "line dash1", ">one<", ">&lt;two&gt;<");
  }

  @Test
  void theLegendTakesAsManyRowsAsItNeeds() {
    List<Line> many = Collections.nCopies(30, new Line("a-server-with-a-name", List.of(1.0, 2.0)));
    assertThat(draw(many.subList(0, 2))).contains("viewBox=\"0 0 700 210\"");
    assertThat(draw(many)).contains("viewBox=\"0 0 700 336\"");
  }

  @Test
  void whatIsUnknownIsAGap() {
    String svg = draw(List.of(new Line("a", List.of(1.0, Double.NaN, 1.0))));
    assertThat(svg).contains("d=\"M44 24M694 24\"");
  }

  @Test
  void stretchesWithNamesAreMarkedWithinTheAxes() {
    String svg =
        draw(
            List.of(new Line("a", List.of(1.0, 1.0, 1.0))),
            new Mark("sale", START - 600, START + 60));
    assertThat(svg).contains(">sale<", "x=\"44\" y=\"24\" width=\"325\" height=\"146\"");
  }

  @Test
  void aPointIsNoLine() {
    assertThat(draw(List.of(new Line("a", List.of(1.0))))).isEmpty();
    assertThat(draw(List.of())).isEmpty();
  }

  @Test
  void aLoadOfNothingLiesOnTheAxis() {
    assertThat(draw(List.of(new Line("a", List.of(0.0, 0.0))))).contains("d=\"M44 170L694 170\"");
  }
}
