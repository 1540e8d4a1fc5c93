package dev.watershed.cli.metrics;

import java.util.Objects;

/**
 * One value of a metric.
 *
 * @param command whose value it is
 * @param labels further ones as they stand in the text, {@code server="a",source="b"}; may be empty
 * @param value as it stands in the text
 */
record MetricSample(String command, String labels, String value) {

  MetricSample {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(value, "value");
  }
}
