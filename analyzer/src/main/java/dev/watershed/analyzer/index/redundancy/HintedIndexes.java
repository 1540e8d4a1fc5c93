package dev.watershed.analyzer.index.redundancy;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Indexes that a text may name in a hint. A statement with {@code FORCE INDEX (k)} fails once k is
 * gone or hidden (MySQL 9.7 Reference Manual, 10.9.4 "Index Hints"). The tables of hints are not
 * told apart: one that names k keeps every k.
 */
public final class HintedIndexes {

  private static final Pattern HINT =
      Pattern.compile("/\\*\\+|\\b(?:use|force|ignore)\\s+(?:index|key)\\b");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

  private final Set<String> words = new HashSet<>();
  private final String quoted;

  /**
   * Of statements and definitions.
   *
   * @param definitions texts of views, routines, triggers and events
   */
  public HintedIndexes(List<WeightedStatement> statements, List<String> definitions) {
    StringBuilder texts = new StringBuilder();
    for (WeightedStatement statement : statements) {
      statement.facts().hints().forEach(hint -> texts.append(hint).append('\n'));
    }
    definitions.stream()
        .filter(text -> HINT.matcher(text.toLowerCase(Locale.ROOT)).find())
        .forEach(text -> texts.append(text).append('\n'));
    quoted = texts.toString().toLowerCase(Locale.ROOT);
    Matcher word = WORD.matcher(quoted);
    while (word.find()) {
      words.add(word.group());
    }
  }

  /** Whether one may be of this index. */
  public boolean mayName(IndexDefinition index) {
    String name = index.name().toLowerCase(Locale.ROOT);
    return WORD.matcher(name).matches() ? words.contains(name) : quoted.contains(name);
  }
}
