package dev.watershed.benchmarks.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The options of a program: names with a value each. */
final class Options {

  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads them; ends the process with 2 if one is not known.
   *
   * @param usage what is said then
   */
  static Options read(String[] arguments, String usage, Set<String> known) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      values.put(arguments[i], arguments[i + 1]);
    }
    if (arguments.length % 2 != 0 || !known.containsAll(values.keySet())) {
      System.err.println(usage);
      System.exit(2);
    }
    return new Options(values);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }
}
