package dev.watershed.cli.imports;

import dev.watershed.cli.config.Problems;
import dev.watershed.cli.config.YamlDocuments;
import dev.watershed.cli.config.YamlObject;
import dev.watershed.cli.config.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads {@code traces_service_graph_request_total} of the OpenTelemetry service graph connector:
 * from the text that Prometheus scrapes ("Exposition formats"), from an answer of its API ("HTTP
 * API", instant and range vectors), or from {@code promtool query -o json}, which is the bare list.
 */
final class GraphSamples {

  /** Exporters may put a namespace before it. */
  private static final String METRIC = "traces_service_graph_request_total";

  private static final String NAME = "__name__";
  private static final double MILLIS_PER_SECOND = 1_000;

  /** The last line of OpenMetrics 1.0, whose times are seconds. */
  private static final String OPEN_METRICS_END = "# EOF";

  private GraphSamples() {}

  /** The series of a file; adds a problem for what cannot be read. */
  static List<GraphSample> read(String name, String text, Problems problems) {
    String start = text.stripLeading();
    boolean json = start.startsWith("{") || start.startsWith("[");
    List<GraphSample> samples =
        json ? json(name, text, problems) : text(name, text.lines().toList(), problems);
    if (samples.isEmpty()) {
      problems.add(
          name,
          "no series of "
              + METRIC
              + "; expected the text that Prometheus scrapes, or the JSON of a query");
    }
    return samples;
  }

  private static List<GraphSample> text(String name, List<String> lines, Problems problems) {
    List<GraphSample> samples = new ArrayList<>();
    boolean openMetrics = lines.stream().anyMatch(line -> line.strip().equals(OPEN_METRICS_END));
    double perSecond = openMetrics ? 1 : MILLIS_PER_SECOND;
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      int brace = line.indexOf('{');
      if (brace > 0 && line.substring(0, brace).strip().endsWith(METRIC)) {
        try {
          samples.add(sample(line, brace, perSecond));
        } catch (IllegalArgumentException e) {
          problems.add(name, at + 1, e.getMessage());
        }
      }
    }
    return samples;
  }

  private static GraphSample sample(String line, int brace, double perSecond) {
    Map<String, String> labels = new LinkedHashMap<>();
    int end = MetricLabels.read(line, brace, labels);
    List<String> rest = Arrays.asList(line.substring(end).strip().split("\\s+", 3));
    OptionalDouble seconds =
        rest.size() > 1 && !rest.get(1).startsWith("#")
            ? OptionalDouble.of(number(rest.get(1)) / perSecond)
            : OptionalDouble.empty();
    return new GraphSample(
        true, labels, List.of(new GraphSample.Point(seconds, number(rest.get(0)))));
  }

  private static List<GraphSample> json(String name, String text, Problems problems) {
    List<GraphSample> samples = new ArrayList<>();
    for (YamlObject object : YamlDocuments.parse(name, text, problems)) {
      Optional<String> error = object.text("error");
      if (error.isPresent()) {
        problems.add(name, "the query failed: " + error.get());
      }
      List<YamlObject> series =
          object.object("data").map(data -> data.objects("result")).orElse(List.of(object));
      for (YamlObject each : series) {
        each.object("metric").ifPresent(labels -> sample(name, each, labels, problems, samples));
      }
    }
    return samples;
  }

  private static void sample(
      String name,
      YamlObject series,
      YamlObject metric,
      Problems problems,
      List<GraphSample> samples) {
    Map<String, String> labels = new LinkedHashMap<>();
    metric.keys().forEach(key -> labels.put(key, metric.text(key).orElse("")));
    Optional<String> own = Optional.ofNullable(labels.remove(NAME));
    if (own.isPresent() && !own.get().endsWith(METRIC)) {
      return;
    }
    List<List<String>> points = new ArrayList<>(series.rows("values"));
    if (points.isEmpty()) {
      points.add(series.texts("value").stream().map(YamlText::text).toList());
    }
    try {
      List<GraphSample.Point> read = new ArrayList<>();
      for (List<String> point : points) {
        if (point.size() != 2) {
          throw new IllegalArgumentException("expected a time and a value in each point");
        }
        read.add(
            new GraphSample.Point(OptionalDouble.of(number(point.get(0))), number(point.get(1))));
      }
      samples.add(new GraphSample(own.isPresent(), labels, read));
    } catch (IllegalArgumentException e) {
      problems.add(name, series.line("metric"), e.getMessage());
    }
  }

  private static double number(String text) {
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number < Double.POSITIVE_INFINITY) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no number, 0 or more", e);
    }
    throw new IllegalArgumentException("'" + text + "' is no number, 0 or more");
  }
}
