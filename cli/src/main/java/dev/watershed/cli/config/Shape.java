package dev.watershed.cli.config;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a value of the configuration looks like. */
sealed interface Shape {

  /** What was expected, for an error: {@code a list of strings}. */
  String expectation();

  /**
   * Named keys, each with a shape of its own.
   *
   * @param keys in the order in which they are documented
   * @param required those that must be there
   */
  record Keys(Map<String, Shape> keys, Set<String> required) implements Shape {
    @Override
    public String expectation() {
      return "keys and values (" + String.join(", ", keys.keySet()) + ")";
    }
  }

  /** Keys that the user chooses, with values of one shape. */
  record Entries(Shape value) implements Shape {
    @Override
    public String expectation() {
      return "keys and values";
    }
  }

  /** A list. */
  record Items(Shape item) implements Shape {
    @Override
    public String expectation() {
      return item instanceof Text ? "a list of strings" : "a list";
    }
  }

  /** A string or a list of strings. */
  record TextOrTexts() implements Shape {
    @Override
    public String expectation() {
      return "a string or a list of strings";
    }
  }

  /** A string; any plain value counts. */
  record Text() implements Shape {
    @Override
    public String expectation() {
      return "a string";
    }
  }

  /** A string that may be empty. */
  record AnyText() implements Shape {
    @Override
    public String expectation() {
      return "a string, perhaps an empty one in quotes";
    }
  }

  /** One of a few words. */
  record Word(List<String> words) implements Shape {
    @Override
    public String expectation() {
      return "one of " + String.join(", ", words);
    }
  }

  /** A name: one of those that are known, or one that the file defines itself. */
  record Name(List<String> known) implements Shape {
    @Override
    public String expectation() {
      return "a name";
    }
  }

  /** True or false. */
  record Flag() implements Shape {
    @Override
    public String expectation() {
      return "true or false";
    }
  }

  /** A number, whole or not. */
  record Number(double least) implements Shape {
    @Override
    public String expectation() {
      return "a number, " + trimmed(least) + " or more";
    }
  }

  /** A whole number. */
  record Whole(long least) implements Shape {
    @Override
    public String expectation() {
      return "a whole number, " + least + " or more";
    }
  }

  /** Anything: keys whose use is still to come. */
  record Anything() implements Shape {
    @Override
    public String expectation() {
      return "anything";
    }
  }

  private static String trimmed(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
