package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.Units;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The script writes figures as Java does, over a sample of all sizes and the edges of units. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class UnitsScriptTest {

  private static final int SAMPLES = 20_000;
  private static final double[] EDGES = {
    0,
    0.04999,
    0.05,
    0.5,
    0.95,
    0.995,
    1,
    9.5,
    9.949,
    9.95,
    9.995,
    99.5,
    99.949,
    99.95,
    999.4,
    999.5,
    9_994,
    9_995,
    9_999,
    10_000,
    99_949,
    99_950,
    999_499,
    999_500,
    59_499_999,
    59_500_000,
    3_599_499_999.0,
    3_599_500_000.0,
    86_399e6,
    86_400e6,
    1e15
  };

  private enum Figure {
    count(value -> Units.count(Math.round(value))),
    bytes(value -> Units.bytes(Math.round(value))),
    ratio(Units::ratio),
    perSecond(Units::perSecond),
    often(Units::often),
    percent(value -> Units.percent(value)),
    micros(Units::micros);

    private final DoubleFunction<String> java;

    Figure(DoubleFunction<String> java) {
      this.java = java;
    }

    boolean whole() {
      return this == count || this == bytes;
    }
  }

  private ReportView view;

  @BeforeAll
  void load(ReportBrowser browser, @TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.html");
    Files.writeString(
        page,
        "<!doctype html><html data-ready=true><meta charset=utf-8><script>"
            + script()
            + "window.units = { count, bytes, ratio, perSecond, often, percent, micros };</script>");
    view = browser.open(page, ReaderSettings.desktop());
  }

  private static String script() throws IOException {
    try (InputStream script =
        Units.class.getResourceAsStream("/dev/watershed/reports/review/units.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @EnumSource(Figure.class)
  void theScriptWritesWhatJavaWrites(Figure figure) {
    List<Double> values = new ArrayList<>();
    for (double edge : EDGES) {
      values.add(figure.whole() ? Math.rint(edge) : edge);
    }
    Random random = new Random(1);
    for (int sample = 0; sample < SAMPLES; sample++) {
      double value = Math.pow(10, random.nextDouble() * 19 - 4);
      values.add(figure.whole() ? Math.rint(value) : rounded(value));
    }
    List<String> right = values.stream().map(figure.java::apply).toList();
    List<?> written =
        (List<?>)
            view.page()
                .evaluate(
                    "([name, values]) => values.map(value => window.units[name](value))",
                    List.of(figure.name(), values));
    List<String> wrong = new ArrayList<>();
    for (int at = 0; at < values.size(); at++) {
      if (!right.get(at).equals(written.get(at))) {
        wrong.add(values.get(at) + ": " + written.get(at) + ", not " + right.get(at));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Six digits, as the data of a page has them. */
  private static double rounded(double value) {
    return new java.math.BigDecimal(value).round(new java.math.MathContext(6)).doubleValue();
  }
}
