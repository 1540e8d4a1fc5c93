package dev.watershed.reports.review.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The XML parser of the platform judges what is drawn. */
class MatrixDrawingTest {

  private static final String LONG = "reservation_confirmation_service_of_the_far_east";

  @Test
  void cellsMarksHeadsAndBoxesAreDrawn() throws Exception {
    Document drawn = parsed(MatrixDrawing.of(chart(3, List.of(cell(0, 1, 4), cell(2, 0, 4)))));
    assertThat(ofClass(drawn, "rect", "cell level5")).hasSize(2);
    assertThat(texts(drawn, "title")).contains("0 → 1", "2 → 0", "all of it");
    assertThat(layer(drawn, "writes").getAttribute("d")).isNotEmpty();
    assertThat(layer(drawn, "joins").getAttribute("d")).isEmpty();
    assertThat(ofClass(drawn, "rect", "box")).hasSize(1);
    assertThat(drawn.getElementsByTagName("a").getLength()).isEqualTo(6);
  }

  /** The script finds rows and columns by it. */
  @Test
  void aDrawingSaysWhereItsCellsBegin() throws Exception {
    Document drawn = parsed(MatrixDrawing.of(chart(3, List.of(cell(2, 1, 4)))));
    double[] grid =
        Stream.of(drawn.getDocumentElement().getAttribute("data-grid").split(" ", -1))
            .mapToDouble(Double::parseDouble)
            .toArray();
    Element cell = ofClass(drawn, "rect", "cell level5").get(0);
    assertThat(Double.parseDouble(cell.getAttribute("x")))
        .isCloseTo(grid[0] + grid[2], within(0.1));
    assertThat(Double.parseDouble(cell.getAttribute("y")))
        .isCloseTo(grid[1] + 2 * grid[2], within(0.1));
    assertThat(drawn.getDocumentElement().getAttribute("data-rows")).isEqualTo("3");
    assertThat(elements(drawn, "text"))
        .filteredOn(each -> each.hasAttribute("data-head"))
        .hasSize(6);
  }

  @Test
  void overlongNamesAreCutAndSaidInFull() throws Exception {
    MatrixChart chart = chart(1, List.of());
    MatrixChart named =
        new MatrixChart(
            "matrix",
            "m",
            true,
            List.of(new MatrixChart.Head(LONG, "")),
            chart.columns(),
            List.of(),
            List.of(),
            List.of(),
            "load");
    Document drawn = parsed(MatrixDrawing.of(named));
    assertThat(texts(drawn, "title")).contains(LONG);
    assertThat(texts(drawn, "tspan")).doesNotContain(LONG);
  }

  @Test
  void hostileNamesStayTexts() throws Exception {
    MatrixChart.Head hostile = new MatrixChart.Head("</svg><script>", "table/%3C%2Fsvg%3E");
    Document drawn =
        parsed(
            MatrixDrawing.of(
                new MatrixChart(
                    "matrix",
                    "\"><b>",
                    false,
                    List.of(hostile),
                    List.of(hostile),
                    List.of(new MatrixChart.Cell(0, 0, 1, Set.of(), "<b>", "x\" y")),
                    List.of(),
                    List.of(),
                    "load")));
    assertThat(drawn.getElementsByTagName("script").getLength()).isZero();
    assertThat(drawn.getDocumentElement().getAttribute("aria-label")).isEqualTo("\"><b>");
  }

  @Test
  void sixtyServicesThatAllUseEachOtherStayBelowTheBound() throws Exception {
    List<MatrixChart.Cell> cells = new ArrayList<>();
    for (int row = 0; row < 60; row++) {
      for (int column = 0; column < 60; column++) {
        cells.add(cell(row, column, 1 + row * 60 + column));
      }
    }
    Document drawn = parsed(MatrixDrawing.of(chart(60, cells)));
    assertThat(drawn.getElementsByTagName("*").getLength()).isLessThan(4_000);
    assertThat(texts(drawn, "title")).contains("59 → 59").doesNotContain("0 → 0");
  }

  @Test
  void aSmallOneHasNeitherHeadsNorLegendAndTheScaleOfTheOther() throws Exception {
    MatrixChart scale = chart(2, List.of(cell(0, 1, 1), cell(1, 0, 100_000)));
    Document drawn = parsed(MatrixDrawing.small(chart(2, List.of(cell(0, 1, 1))), scale));
    assertThat(drawn.getElementsByTagName("text").getLength()).isZero();
    assertThat(ofClass(drawn, "rect", "cell level1")).hasSize(1);
    assertThat(drawn.getDocumentElement().hasAttribute("data-matrix")).isFalse();
  }

  private static MatrixChart.Cell cell(int row, int column, double load) {
    return new MatrixChart.Cell(
        row, column, load, Set.of(MatrixChart.Mark.DOT), row + " → " + column, "pair/x");
  }

  private static MatrixChart chart(int size, List<MatrixChart.Cell> cells) {
    List<MatrixChart.Head> heads = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      heads.add(new MatrixChart.Head("service" + at, "service/service" + at));
    }
    return new MatrixChart(
        "matrix",
        "who uses whom",
        true,
        heads,
        heads,
        cells,
        List.of(new MatrixChart.Box(0, Math.min(2, size), "all of it")),
        List.of(
            new MatrixChart.Layer(MatrixChart.Mark.DOT, "writes", "writes"),
            new MatrixChart.Layer(MatrixChart.Mark.CORNER, "joins", "joins")),
        "load");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Document drawn, String name) {
    NodeList found = drawn.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < found.getLength(); at++) {
      elements.add((Element) found.item(at));
    }
    return elements;
  }

  private static List<Element> ofClass(Document drawn, String name, String style) {
    return elements(drawn, name).stream()
        .filter(each -> each.getAttribute("class").equals(style))
        .filter(each -> style.equals("box") || each.hasAttribute("data-page"))
        .toList();
  }

  private static List<String> texts(Document drawn, String name) {
    return elements(drawn, name).stream().map(Element::getTextContent).toList();
  }

  private static Element layer(Document drawn, String name) {
    return elements(drawn, "path").stream()
        .filter(each -> each.getAttribute("data-layer").equals(name))
        .findFirst()
        .orElseThrow();
  }
}
