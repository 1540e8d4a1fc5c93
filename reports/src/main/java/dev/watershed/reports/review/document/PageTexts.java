package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * All texts of the tables of a page. Names of things are in one list for all columns that name such
 * things. Long texts are written as {@link Phrases}, ids of 16 hexadecimal digits as numbers.
 */
final class PageTexts {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
  private static final int HALF = 8;

  /** Lists of names from here on are cut, in characters. */
  private static final int MANY = 100_000;

  private static final int HEXADECIMAL = 16;

  private final Map<String, List<String>> pools = new LinkedHashMap<>();
  private final Phrases phrases;
  private final Planes planes;

  private PageTexts(Map<String, Set<String>> pools, Phrases phrases, Planes planes) {
    pools.forEach((name, texts) -> this.pools.put(name, ordered(texts)));
    this.phrases = phrases;
    this.planes = planes;
  }

  /** Those of some tables. */
  static PageTexts of(List<TableColumns> tables, Planes planes) {
    Map<String, Set<String>> pools = new LinkedHashMap<>();
    List<String> all = new ArrayList<>();
    tables.stream()
        .flatMap(table -> table.columns().stream())
        .filter(TextColumn.class::isInstance)
        .map(TextColumn.class::cast)
        .forEach(
            column ->
                column
                    .pool()
                    .ifPresentOrElse(
                        name ->
                            pools
                                .computeIfAbsent(name, unused -> new LinkedHashSet<>())
                                .addAll(column.texts()),
                        () -> addLong(column.texts(), all)));
    pools.values().forEach(texts -> addLong(texts, all));
    return new PageTexts(pools, Phrases.of(all), planes);
  }

  private static void addLong(Collection<String> texts, List<String> all) {
    if (isLong(texts)) {
      all.addAll(texts);
    }
  }

  /** Long texts in their order, in which neighbours have much in common; others as they come. */
  private static List<String> ordered(Collection<String> texts) {
    return isLong(texts) ? texts.stream().sorted().toList() : List.copyOf(texts);
  }

  /** Whether some text is long, or there are so many that they have much in common. */
  private static boolean isLong(Collection<String> texts) {
    return texts.stream().anyMatch(text -> text.length() >= Phrases.LONG)
        || texts.stream().anyMatch(text -> text.indexOf('.') >= 0)
            && texts.stream().mapToInt(String::length).sum() >= MANY;
  }

  /** Writes what columns share. */
  void write(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("pools");
    for (Map.Entry<String, List<String>> pool : pools.entrySet()) {
      json.writeObjectFieldStart(pool.getKey());
      texts(pool.getValue(), json);
      json.writeEndObject();
    }
    json.writeEndObject();
    phrases.write(json);
  }

  /** Writes the fields of a column. */
  void write(TextColumn column, JsonGenerator json) throws IOException {
    if (column.pool().isPresent()) {
      json.writeStringField("pool", column.pool().get());
      column.write(pools.get(column.pool().get()), planes, json);
    } else {
      List<String> texts = ordered(column.texts());
      texts(texts, json);
      column.write(texts, planes, json);
    }
  }

  private void texts(List<String> texts, JsonGenerator json) throws IOException {
    if (isLong(texts)) {
      phrases.write(texts, planes, json);
    } else if (!texts.isEmpty() && texts.stream().allMatch(text -> ID.matcher(text).matches())) {
      planes.add("high", numbers(texts, 0), json);
      planes.add("low", numbers(texts, HALF), json);
    } else {
      json.writeFieldName("texts");
      json.writeArray(texts.toArray(String[]::new), 0, texts.size());
    }
  }

  private static LongStream numbers(List<String> ids, int from) {
    return ids.stream().mapToLong(id -> Long.parseLong(id, from, from + HALF, HEXADECIMAL));
  }
}
