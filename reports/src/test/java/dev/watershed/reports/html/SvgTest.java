package dev.watershed.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgTest {

  @Test
  void drawsInPlainNumbers() {
    String markup =
        new Svg("load", 100, 10.5, true)
            .rectangle("bar", 0, 1.005, 1e-9, 99.999)
            .line("axis", 0, 0, 100, 0)
            .path("fill", new double[] {0, 1, 2}, new double[] {3, 4, 5}, true)
            .markup();
    assertThat(markup)
        .isEqualTo(
            "<svg class=\"load\" viewBox=\"0 0 100 10.5\" preserveAspectRatio=\"none\""
                + " aria-hidden=\"true\" focusable=\"false\">"
                + "<rect class=\"bar\" x=\"0\" y=\"1\" width=\"0\" height=\"100\"/>"
                + "<path class=\"axis\" d=\"M0 0L100 0\"/>"
                + "<path class=\"fill\" d=\"M0 3L1 4L2 5Z\"/></svg>");
  }
}
