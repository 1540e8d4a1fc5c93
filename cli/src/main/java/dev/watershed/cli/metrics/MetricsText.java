package dev.watershed.cli.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Metrics as text ("Exposition formats" of Prometheus, text format 0.0.4): of each {@code HELP},
 * {@code TYPE gauge}, and its values without times, the label {@code command} first. Nothing else
 * is read: a file of somebody else is never taken for one of ours.
 */
final class MetricsText {

  private static final String NAME = "(watershed_[a-z0-9_]+)";
  private static final Pattern HELP = Pattern.compile("# HELP " + NAME + " (.+)");
  private static final Pattern TYPE = Pattern.compile("# TYPE " + NAME + " gauge");
  private static final Pattern SAMPLE =
      Pattern.compile(
          NAME
              + "\\{command=\"([a-z]+)\"((?:,[a-z_]+=\"(?:[^\"\\\\]|\\\\[\\\\\"n])*+\")*+)\\}"
              + " (-?[0-9]+(?:\\.[0-9]+)?(?:E-?[0-9]+)?)");

  private MetricsText() {}

  /** The text; metrics without values are left out. */
  static String of(List<MetricFamily> families) {
    StringBuilder text = new StringBuilder();
    for (MetricFamily family : families) {
      if (family.samples().isEmpty()) {
        continue;
      }
      String name = family.name();
      text.append("# HELP ").append(name).append(' ').append(family.help()).append('\n');
      text.append("# TYPE ").append(name).append(" gauge\n");
      for (MetricSample sample : family.samples()) {
        text.append(name).append("{command=\"").append(sample.command()).append('"');
        if (!sample.labels().isEmpty()) {
          text.append(',').append(sample.labels());
        }
        text.append("} ").append(sample.value()).append('\n');
      }
    }
    return text.toString();
  }

  /** A label and its value, escaped. */
  static String label(String name, String value) {
    return name
        + "=\""
        + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        + "\"";
  }

  /**
   * Reads such a text.
   *
   * @throws BadMetricsException if a line is none that {@link #of} writes, or stands where it does
   *     not write it
   */
  static List<MetricFamily> parse(String text) throws BadMetricsException {
    Map<String, String> helps = new LinkedHashMap<>();
    Map<String, List<MetricSample>> samples = new LinkedHashMap<>();
    String[] lines = text.split("\n", -1);
    for (int at = 0; at < lines.length - 1; at++) {
      String line = lines[at];
      Matcher help = HELP.matcher(line);
      Matcher type = TYPE.matcher(line);
      Matcher sample = SAMPLE.matcher(line);
      boolean taken;
      if (help.matches()) {
        taken = helps.putIfAbsent(help.group(1), help.group(2)) == null;
      } else if (type.matches()) {
        taken =
            helps.containsKey(type.group(1))
                && samples.putIfAbsent(type.group(1), new ArrayList<>()) == null;
      } else {
        taken =
            sample.matches()
                && Optional.ofNullable(samples.get(sample.group(1)))
                    .map(known -> known.add(sample(sample)))
                    .isPresent();
      }
      if (!taken) {
        throw new BadMetricsException(at + 1);
      }
    }
    if (!lines[lines.length - 1].isEmpty()) {
      throw new BadMetricsException(lines.length);
    }
    List<MetricFamily> families = new ArrayList<>();
    samples.forEach(
        (name, values) -> families.add(new MetricFamily(name, helps.get(name), values)));
    return families;
  }

  private static MetricSample sample(Matcher line) {
    String labels = line.group(3);
    return new MetricSample(
        line.group(2), labels.isEmpty() ? "" : labels.substring(1), line.group(4));
  }
}
