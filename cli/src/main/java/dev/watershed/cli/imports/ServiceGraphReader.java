package dev.watershed.cli.imports;

import dev.watershed.analyzer.calls.CallEdge;
import dev.watershed.analyzer.calls.CallExport;
import dev.watershed.cli.config.CallSource.Values;
import dev.watershed.cli.config.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes calls of the series of a service graph. Counters are cumulative: one state of them has no
 * span, unless the configuration says it; two states, or a range of states, have one.
 */
final class ServiceGraphReader {

  private static final String CLIENT = "client";
  private static final String SERVER = "server";
  private static final String CONNECTION = "connection_type";
  private static final String DATABASE = "database";

  /** Two nodes. */
  private record Ends(String client, String server) {}

  private final String name;
  private final OptionalDouble stated;
  private final Problems problems;
  private final Map<Ends, Double> sums = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  private ServiceGraphReader(String name, OptionalDouble stated, Problems problems) {
    this.name = name;
    this.stated = stated;
    this.problems = problems;
  }

  /**
   * Makes them.
   *
   * @param name of the file, or of the later one
   * @param earlier the series of an earlier state
   * @param stated the seconds that the configuration says
   * @param values what the values are; empty where their name says it
   */
  static CallExport read(
      String name,
      List<GraphSample> samples,
      Optional<List<GraphSample>> earlier,
      OptionalDouble stated,
      Optional<Values> values,
      Problems problems) {
    return new ServiceGraphReader(name, stated, problems).read(samples, earlier, values);
  }

  private CallExport read(
      List<GraphSample> samples, Optional<List<GraphSample>> earlier, Optional<Values> given) {
    boolean named = samples.stream().allMatch(GraphSample::named);
    if (given.isEmpty() && !named) {
      problems.add(
          name,
          "the series have no name, as those of rate() and increase() have none; values of the"
              + " source says what they are: total, increase or rate");
      return new CallExport(name, List.of(), List.of());
    }
    Values values = given.orElse(Values.TOTAL);
    if (earlier.isPresent() && values != Values.TOTAL) {
      problems.add(name, "an earlier file means nothing beside values: " + values.key());
      return new CallExport(name, List.of(), List.of());
    }
    List<GraphSample> wanted = between(samples);
    OptionalDouble seconds =
        switch (values) {
          case RATE -> rates(wanted);
          case INCREASE -> increases(wanted);
          case TOTAL -> earlier.isPresent() ? differences(wanted, earlier.get()) : totals(wanted);
        };
    List<CallEdge> edges = new ArrayList<>();
    sums.forEach(
        (ends, sum) ->
            edges.add(
                new CallEdge(
                    ends.client(),
                    ends.server(),
                    values == Values.RATE ? OptionalDouble.empty() : OptionalDouble.of(sum),
                    seconds.isPresent()
                        ? OptionalDouble.of(sum / seconds.getAsDouble())
                        : OptionalDouble.empty())));
    return new CallExport(name, edges, notes);
  }

  /** The series between two services: calls of databases are what statements show. */
  private List<GraphSample> between(List<GraphSample> samples) {
    long databases =
        samples.stream()
            .filter(each -> each.label(CONNECTION).equals(Optional.of(DATABASE)))
            .count();
    if (databases > 0) {
      notes.add(name + ": " + databases + " series of calls to databases are left out");
    }
    List<GraphSample> wanted =
        samples.stream()
            .filter(each -> !each.label(CONNECTION).equals(Optional.of(DATABASE)))
            .filter(each -> each.label(CLIENT).isPresent() && each.label(SERVER).isPresent())
            .toList();
    long endless = samples.size() - databases - wanted.size();
    if (endless > 0) {
      notes.add(name + ": " + endless + " series without client or server are left out");
    }
    return wanted;
  }

  private void add(GraphSample sample, double value) {
    Ends ends = new Ends(sample.label(CLIENT).orElseThrow(), sample.label(SERVER).orElseThrow());
    sums.merge(ends, value, Double::sum);
  }

  private OptionalDouble rates(List<GraphSample> samples) {
    for (GraphSample sample : samples) {
      add(
          sample,
          sample.points().stream().mapToDouble(GraphSample.Point::value).average().orElse(0));
    }
    return OptionalDouble.of(1);
  }

  private OptionalDouble increases(List<GraphSample> samples) {
    samples.forEach(sample -> add(sample, sample.last().value()));
    return said("seconds of the source says over which span they were counted");
  }

  private OptionalDouble totals(List<GraphSample> samples) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    boolean range = false;
    for (GraphSample sample : samples) {
      range |= sample.points().size() > 1;
      first = Math.min(first, sample.first().seconds().orElse(first));
      last = Math.max(last, sample.last().seconds().orElse(last));
    }
    for (GraphSample sample : samples) {
      add(sample, range ? sample.growth() : sample.last().value());
    }
    return range && last > first
        ? OptionalDouble.of(last - first)
        : said(
            "counters run since their process began; an earlier file beside it, or seconds of"
                + " the source, gives their span");
  }

  private OptionalDouble said(String wayOut) {
    if (stated.isEmpty()) {
      notes.add(name + ": how often is not known: " + wayOut);
    }
    return stated;
  }

  private OptionalDouble differences(List<GraphSample> later, List<GraphSample> earlier) {
    Map<Map<String, String>, GraphSample> before = new HashMap<>();
    earlier.forEach(sample -> before.put(sample.labels(), sample));
    int reset = 0;
    for (GraphSample sample : later) {
      double value = sample.last().value();
      double was =
          Optional.ofNullable(before.get(sample.labels()))
              .map(each -> each.last().value())
              .orElse(0.0);
      reset += value < was ? 1 : 0;
      add(sample, value < was ? value : value - was);
    }
    if (reset > 0) {
      notes.add(
          name
              + ": "
              + reset
              + " counters began anew between the two files: what they counted before is missing");
    }
    OptionalDouble from = time(earlier);
    OptionalDouble to = time(later);
    if (stated.isEmpty() && from.isPresent() && to.isPresent()) {
      if (to.getAsDouble() <= from.getAsDouble()) {
        problems.add(name, "is not later than the file before it");
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(to.getAsDouble() - from.getAsDouble());
    }
    return said("the files have no times; seconds of the source says what lies between them");
  }

  private static OptionalDouble time(List<GraphSample> samples) {
    return samples.stream()
        .map(sample -> sample.last().seconds())
        .flatMapToDouble(OptionalDouble::stream)
        .max();
  }
}
