package dev.watershed.collector.migration;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in the place of {@code ${name}}, as Flyway does. */
public final class Placeholders {

  /** Told of a placeholder without a value. */
  @FunctionalInterface
  public interface Missing {
    /**
     * Called in the order of the text.
     *
     * @param line from 1
     * @param column from 1
     */
    void at(int line, int column, String message);
  }

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}\\s]++)}");
  private static final String DEFAULT_SCHEMA = "flyway:defaultSchema";

  private final Map<String, String> values;
  private final Optional<String> schema;

  /**
   * What stands for the names.
   *
   * @param schema the value of {@code flyway:defaultSchema}, unless it has one of its own
   */
  public Placeholders(Map<String, String> values, Optional<String> schema) {
    this.values = Map.copyOf(values);
    this.schema = schema;
  }

  /** The text with its values; one without a value stays. */
  public String filled(String text, Missing missing) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    Place place = new Place(text);
    while (placeholder.find()) {
      Optional<String> value = value(placeholder.group(1));
      place.goTo(placeholder.start());
      if (value.isEmpty()) {
        missing.at(
            place.line,
            place.column,
            "the placeholder "
                + placeholder.group()
                + " has no value; give one by placeholders in 'migrations' of the configuration");
      }
      placeholder.appendReplacement(
          filled, Matcher.quoteReplacement(value.orElse(placeholder.group())));
    }
    return placeholder.appendTail(filled).toString();
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
