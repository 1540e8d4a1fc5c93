package dev.watershed.cli.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A metric, a gauge, and its values.
 *
 * @param name such as {@code watershed_last_run_exit_code}
 * @param help one line that says what it is, as it stands in the text
 */
record MetricFamily(String name, String help, List<MetricSample> samples) {

  MetricFamily {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(help, "help");
    samples = List.copyOf(samples);
  }

  /** The same without the values of a command. */
  MetricFamily without(String command) {
    return new MetricFamily(
        name, help, samples.stream().filter(each -> !each.command().equals(command)).toList());
  }

  /** This with the values of another one of its name, in the order of the commands. */
  MetricFamily and(MetricFamily other) {
    List<MetricSample> all = new ArrayList<>(samples);
    all.addAll(other.samples);
    all.sort(Comparator.comparing(MetricSample::command));
    return new MetricFamily(name, help, all);
  }
}
