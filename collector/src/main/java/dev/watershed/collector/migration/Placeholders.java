package dev.watershed.collector.migration;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in the place of {@code ${name}}. */
final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}\\s]++)}");
  private static final String DEFAULT_SCHEMA = "flyway:defaultSchema";

  private final Map<String, String> values;
  private final Optional<String> schema;

  Placeholders(Map<String, String> values, Optional<String> schema) {
    this.values = values;
    this.schema = schema;
  }

  /** The text with its values; one without a value stays, and is an issue. */
  Part filled(Part part, Remarks remarks) {
    Matcher placeholder = PLACEHOLDER.matcher(part.text());
    StringBuilder filled = new StringBuilder();
    Place place = new Place(part.text());
    while (placeholder.find()) {
      Optional<String> value = value(placeholder.group(1));
      place.goTo(placeholder.start());
      if (value.isEmpty()) {
        remarks.issue(
            part.file(),
            place.line,
            place.column,
            "the placeholder "
                + placeholder.group()
                + " has no value; give one by placeholders in 'migrations' of the configuration");
      }
      placeholder.appendReplacement(
          filled, Matcher.quoteReplacement(value.orElse(placeholder.group())));
    }
    placeholder.appendTail(filled);
    return new Part(part.file(), part.version(), filled.toString());
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name))
        .or(() -> name.equals(DEFAULT_SCHEMA) ? schema : Optional.empty());
  }

  /** A place in a text that is only gone on from. */
  private static final class Place {

    private final String text;
    private int at;
    private int line = 1;
    private int column = 1;

    Place(String text) {
      this.text = text;
    }

    void goTo(int to) {
      for (; at < to; at++) {
        boolean end = text.charAt(at) == '\n';
        line += end ? 1 : 0;
        column = end ? 1 : column + 1;
      }
    }
  }
}
