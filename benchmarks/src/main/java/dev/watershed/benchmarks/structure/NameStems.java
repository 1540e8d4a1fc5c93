package dev.watershed.benchmarks.structure;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What names of tables begin with, written down a second time from docs/coupling.md: the first word
 * and the first two, which end at an underscore or before a capital; the case of letters and the s
 * of a plural do not count.
 */
final class NameStems {

  private static final int MOST_WORDS = 2;
  private static final String WORD_ENDS = "(?=_)|(?<=[a-z])(?=[A-Z])";

  private NameStems() {}

  /** The indexes of tables by what they begin with, where several do. */
  static SortedMap<String, List<Integer>> of(List<CoupledTable> tables) {
    SortedMap<String, List<Integer>> stems = new TreeMap<>();
    for (int table = 0; table < tables.size(); table++) {
      for (String stem : of(tables.get(table).name())) {
        stems
            .computeIfAbsent(tables.get(table).schema() + "." + stem, key -> new ArrayList<>())
            .add(table);
      }
    }
    stems.values().removeIf(each -> each.size() < 2);
    return stems;
  }

  /** The beginnings of a name, the shortest first. */
  static List<String> of(String name) {
    String[] words = name.split(WORD_ENDS, -1);
    List<String> stems = new ArrayList<>();
    StringBuilder begun = new StringBuilder();
    for (int word = 0; word < Math.min(MOST_WORDS, words.length); word++) {
      begun.append(words[word]);
      stems.add(begun.toString().toLowerCase(Locale.ROOT).replaceFirst("(?<=..[^s])s$", ""));
    }
    return stems;
  }
}
