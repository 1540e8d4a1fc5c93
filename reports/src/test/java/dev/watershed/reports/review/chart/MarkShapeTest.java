package dev.watershed.reports.review.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkShapeTest {

  @Test
  void shapesDiffer() {
    assertThat(
            Arrays.stream(MatrixChart.Mark.values())
                .map(mark -> MarkShape.of(mark, 0, 0, 20))
                .distinct())
        .hasSize(MatrixChart.Mark.values().length);
  }

  @ParameterizedTest
  @EnumSource(MatrixChart.Mark.class)
  void shapesBeginWithinTheirCell(MatrixChart.Mark mark) {
    Matcher start =
        Pattern.compile("M([0-9.]+) ([0-9.]+).*").matcher(MarkShape.of(mark, 100, 40, 14));
    assertThat(start.matches()).isTrue();
    assertThat(Double.parseDouble(start.group(1))).isBetween(100.0, 114.0);
    assertThat(Double.parseDouble(start.group(2))).isBetween(40.0, 54.0);
  }

  @Test
  void onlyTheFrameIsHollow() {
    assertThat(MarkShape.style(MatrixChart.Mark.FRAME)).contains("hollow");
    assertThat(MarkShape.style(MatrixChart.Mark.DOT)).doesNotContain("hollow");
  }
}
