package dev.watershed.collector.migration;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in the place of {@code ${name}}. */
final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}\\s]+)}");
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
    while (placeholder.find()) {
      Optional<String> value = value(placeholder.group(1));
      if (value.isEmpty()) {
        unknown(part, placeholder, remarks);
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

  private static void unknown(Part part, Matcher placeholder, Remarks remarks) {
    String before = part.text().substring(0, placeholder.start());
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    remarks.issue(
        part.file(),
        line,
        column,
        "the placeholder " + placeholder.group() + " has no value; give one");
  }
}
