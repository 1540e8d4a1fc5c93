package dev.watershed.workload.store.catalog;

import java.util.ArrayList;
import java.util.List;

/** The lines of an object: the first is of the object itself, the others of what is in it. */
final class ObjectLines {

  /** What this code writes; it reads this version and earlier ones. */
  static final int VERSION = 1;

  private static final String VERSION_KEY = "version";

  private final List<ObjectLine> lines = new ArrayList<>();

  ObjectLine add(String word) {
    ObjectLine line = new ObjectLine(word);
    lines.add(line);
    return line;
  }

  ObjectLine first() {
    return lines.get(0);
  }

  /** The lines behind the first one. */
  List<ObjectLine> rest() {
    return lines.subList(1, lines.size());
  }

  /** The version that the text says. */
  int version() {
    return first().number(VERSION_KEY).orElse(1);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> line.appendTo(text));
    return text.toString();
  }

  /** Reads a text; empty if it has no line. */
  static ObjectLines parse(String text) {
    ObjectLines lines = new ObjectLines();
    text.lines().map(ObjectLine::parse).forEach(lines.lines::add);
    return lines;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }
}
