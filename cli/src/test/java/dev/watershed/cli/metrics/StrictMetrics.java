package dev.watershed.cli.metrics;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A second reader of the text that Prometheus scrapes, letter by letter after "Exposition formats"
 * (text format 0.0.4), and stricter: every metric has its help and its type before its values, all
 * of one metric stand together, names are unique, a series is there once, no value has a time
 * (node_exporter refuses those), and no name says what its type is not.
 */
public final class StrictMetrics {

  private final String text;
  private final Map<String, Double> series = new LinkedHashMap<>();
  private final Set<String> finished = new HashSet<>();
  private String helped = "";
  private String typed = "";
  private int at;

  private StrictMetrics(String text) {
    this.text = text;
  }

  /** The values by series, {@code name{label="value",…}} with the labels in order. */
  public static Map<String, Double> read(byte[] file) {
    StrictMetrics reader = new StrictMetrics(new String(file, StandardCharsets.UTF_8));
    while (reader.at < reader.text.length()) {
      reader.line();
    }
    return reader.series;
  }

  private void line() {
    if (next() == '#') {
      expect("# ");
      boolean help = text.startsWith("HELP ", at);
      expect(help ? "HELP " : "TYPE ");
      String name = name();
      expect(" ");
      if (help) {
        require(!finished.contains(name) && !helped.equals(name), "one help of " + name);
        finished.add(helped);
        helped = name;
        require(until('\n').matches("[^\\\\]+\\."), "a help that is a sentence");
      } else {
        require(helped.equals(name) && !typed.equals(name), "the type after the help of " + name);
        typed = name;
        expect("gauge");
        require(!name.matches(".*_(total|count|sum|bucket)"), "a gauge of that name");
      }
    } else {
      String name = name();
      require(typed.equals(name) && helped.equals(name), "a value of " + typed);
      String key = name + labels();
      expect(" ");
      double value = Double.parseDouble(until('\n'));
      require(series.put(key, value) == null, "one value of " + key);
    }
    expect("\n");
  }

  private String labels() {
    Map<String, String> labels = new TreeMap<>();
    expect("{");
    do {
      String name = name();
      expect("=\"");
      require(labels.put(name, value()) == null, "one label " + name);
    } while (accept(','));
    expect("}");
    return labels.toString();
  }

  private String value() {
    StringBuilder value = new StringBuilder();
    while (next() != '"') {
      char each = next();
      at++;
      if (each == '\\') {
        char escaped = next();
        at++;
        require("\\\"n".indexOf(escaped) >= 0, "an escape");
        value.append(escaped == 'n' ? '\n' : escaped);
      } else {
        require(each != '\n', "the end of a value");
        value.append(each);
      }
    }
    at++;
    return value.toString();
  }

  private String name() {
    int start = at;
    while (at < text.length() && (Character.toString(next()).matches("[a-z_]"))) {
      at++;
    }
    require(at > start, "a name");
    return text.substring(start, at);
  }

  private String until(char end) {
    int found = text.indexOf(end, at);
    require(found > at, "something before the end of the line");
    String part = text.substring(at, found);
    at = found;
    return part;
  }

  private boolean accept(char wanted) {
    boolean there = next() == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String wanted) {
    require(text.startsWith(wanted, at), "'" + wanted + "'");
    at += wanted.length();
  }

  private char next() {
    require(at < text.length(), "more");
    return text.charAt(at);
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(
          "expected " + what + " here: " + text.substring(Math.min(at, text.length())));
    }
  }
}
