package dev.watershed.cli.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What could not be concluded: the same sentence of many places once. */
final class ImportNotes {

  private static final class Places {

    private final String first;
    private int count;

    Places(String first) {
      this.first = first;
    }
  }

  private final List<String> single = new ArrayList<>();
  private final Map<String, Places> notes = new LinkedHashMap<>();

  /** Adds a sentence that names its place. */
  void add(String sentence) {
    single.add(sentence);
  }

  /** Adds a sentence about a place. */
  void add(String place, String message) {
    notes.computeIfAbsent(message, any -> new Places(place)).count++;
  }

  /** The sentences, in the order of their first places. */
  List<String> sentences() {
    Stream<String> places =
        notes.entrySet().stream()
            .map(
                note ->
                    note.getValue().first
                        + (note.getValue().count > 1
                            ? " and " + (note.getValue().count - 1) + " more"
                            : "")
                        + ": "
                        + note.getKey());
    return Stream.concat(single.stream(), places).toList();
  }
}
