package dev.watershed.reports.review.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sayings that the sources of all modules make: each key with the places of its English. */
final class SayingSources {

  private static final List<Path> SOURCES =
      Stream.of("../analyzer", "../rules", "../cli", ".")
          .map(module -> Path.of(module, "src", "main", "java"))
          .toList();

  private static final Pattern CALL = Pattern.compile("(?<!\\w)Saying\\s*\\.(of|count)\\(");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
  private static final Pattern EVIDENCE = Pattern.compile("Evidence\\.of\\(\\s*\"(\\w+)\"\\s*,");

  private SayingSources() {}

  /** By key; a key that ends with a dot or dash is the beginning of several. */
  static TreeMap<String, Set<String>> all() throws IOException {
    TreeMap<String, Set<String>> all = new TreeMap<>();
    for (String source : texts()) {
      Matcher calls = CALL.matcher(source);
      while (calls.find()) {
        List<String> arguments = arguments(source, calls.end());
        Set<String> places =
            calls.group(1).equals("count") ? Set.of("{0}") : places(arguments.get(1));
        for (String key : literals(arguments.get(0))) {
          all.computeIfAbsent(key, any -> new TreeSet<>()).addAll(places);
        }
      }
    }
    return all;
  }

  /** The names of the figures that rules about a fleet rest on. */
  static Set<String> figures() throws IOException {
    Set<String> figures = new TreeSet<>();
    for (String source : texts()) {
      if (source.contains("package dev.watershed.rules.")
          && !source.contains("package dev.watershed.rules.change;")) {
        EVIDENCE.matcher(source).results().forEach(found -> figures.add(found.group(1)));
      }
    }
    return figures;
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path root : SOURCES) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          if (!file.endsWith(Path.of("saying", "Saying.java"))) {
            texts.add(Files.readString(file));
          }
        }
      }
    }
    return texts;
  }

  /** What stands between the commas of a call, whose parenthesis is before {@code from}. */
  private static List<String> arguments(String source, int from) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = from;
    boolean literal = false;
    for (int at = from; depth >= 0; at++) {
      char c = source.charAt(at);
      if (literal) {
        literal = c != '"';
        at += c == '\\' ? 1 : 0;
      } else if (c == '"') {
        literal = true;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      boolean ends = depth < 0 || depth == 0 && !literal && c == ',';
      if (ends) {
        arguments.add(source.substring(start, at));
        start = at + 1;
      }
    }
    return arguments;
  }

  private static List<String> literals(String argument) {
    String whole = argument.replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("\\([^()]*\\)", "");
    return LITERAL.matcher(whole).results().map(found -> found.group(1)).toList();
  }

  private static Set<String> places(String argument) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(argument).results().forEach(found -> places.add(found.group()));
    return places;
  }
}
