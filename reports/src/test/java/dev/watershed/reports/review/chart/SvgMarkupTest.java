package dev.watershed.reports.review.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgMarkupTest {

  @Test
  void textsAndAttributesAreEscaped() {
    SvgMarkup svg = new SvgMarkup();
    svg.open("g", "data-name", "\"'<&>").text("title", "</script>&amp;").close();
    assertThat(svg.markup())
        .isEqualTo(
            "<g data-name=\"&quot;&#39;&lt;&amp;&gt;\"><title>&lt;/script&gt;&amp;amp;</title></g>");
    assertThat(svg.elements()).isEqualTo(2);
  }

  @Test
  void whatIsNotClosedIsAnError() {
    SvgMarkup svg = new SvgMarkup().open("svg").empty("path", "d", "M0 0");
    assertThatThrownBy(svg::markup).hasMessageContaining("svg");
    assertThat(svg.close().markup()).isEqualTo("<svg><path d=\"M0 0\"/></svg>");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "10, 10", "100, 100", "1.25, 1.3", "-0.04, 0", "7.5, 7.5"})
  void numbersHaveOneDecimal(double value, String text) {
    assertThat(SvgMarkup.number(value)).isEqualTo(text);
  }
}
