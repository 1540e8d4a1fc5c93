package dev.watershed.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.store.CostPlot.Point;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class CostPlotTest {

  @Test
  void pointsStandWhereTheirNumbersSay() throws Exception {
    Map<String, List<Point>> series = new LinkedHashMap<>();
    series.put("merge & rank", List.of(new Point(1, 0.1), new Point(30, 2)));
    series.put("rank", List.of(new Point(1, 0.05), new Point(30, 1)));
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    new CostPlot("cost", series).toSvg().getBytes(StandardCharsets.UTF_8)));
    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4);
    // The highest value is at the top of its axis, half of it in the middle, at the right.
    assertThat(attribute(svg, "circle", 1, "cx")).isEqualTo("530");
    assertThat(attribute(svg, "circle", 1, "cy")).isEqualTo("40");
    assertThat(attribute(svg, "circle", 3, "cy")).isEqualTo("178");
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("merge & rank", "2 s", "million statement rows", "prefers-color-scheme: dark");
  }

  private static String attribute(Document svg, String element, int index, String name) {
    return svg.getElementsByTagName(element)
        .item(index)
        .getAttributes()
        .getNamedItem(name)
        .getNodeValue();
  }
}
