package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts many of which differ in their numbers only. Mappers number aliases, and put the number of a
 * table into each of its columns: numbers of a text that always change together are written once.
 */
final class Templates {

  /** Stands before the place of a number in a pattern; no text of a page has it. */
  private static final char NUMBER = '\u0001';

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /** A pattern, and for each of its texts the numbers at its places. */
  private record Alike(String pattern, List<String> numbers) {}

  private final List<Alike> all = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  private Templates() {}

  static Templates of(Collection<String> texts) {
    SortedMap<String, TreeSet<String>> groups =
        List.copyOf(texts).parallelStream()
            .collect(
                Collectors.groupingBy(
                    text -> DIGITS.matcher(text).replaceAll("0"),
                    TreeMap::new,
                    Collectors.toCollection(TreeSet::new)));
    Templates templates = new Templates();
    groups.values().forEach(group -> templates.add(List.copyOf(group)));
    return templates;
  }

  private void add(List<String> texts) {
    List<List<String>> numbers = texts.stream().map(Templates::numbers).toList();
    Map<List<String>, Integer> changing = new LinkedHashMap<>();
    List<String> places = new ArrayList<>();
    for (int at = 0; at < numbers.get(0).size(); at++) {
      int place = at;
      List<String> values = numbers.stream().map(each -> each.get(place)).toList();
      boolean same = values.stream().allMatch(values.get(0)::equals);
      places.add(
          same
              ? values.get(0)
              : NUMBER + "" + changing.computeIfAbsent(values, unused -> changing.size()));
    }
    List<String> written = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      int at = text;
      this.places.put(texts.get(text), this.places.size());
      written.add(
          changing.keySet().stream()
              .map(values -> values.get(at))
              .collect(Collectors.joining(" ")));
    }
    all.add(new Alike(pattern(texts.get(0), places), written));
  }

  private static List<String> numbers(String text) {
    return DIGITS.matcher(text).results().map(java.util.regex.MatchResult::group).toList();
  }

  private static String pattern(String text, List<String> places) {
    Matcher digits = DIGITS.matcher(text);
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    while (digits.find()) {
      digits.appendReplacement(pattern, places.get(at));
      at++;
    }
    digits.appendTail(pattern);
    return pattern.toString();
  }

  /** The number of a text, from 0 on. */
  int number(String text) {
    return places.get(text);
  }

  /**
   * Writes patterns, each as the rest behind what it shares with the one before and how long that
   * is, and the numbers at their places: {@code 12 0;13 1} of two texts.
   */
  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("shared");
    String before = "";
    for (Alike alike : all) {
      json.writeNumber(shared(before, alike.pattern()));
      before = alike.pattern();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rests");
    before = "";
    for (Alike alike : all) {
      json.writeString(alike.pattern().substring(shared(before, alike.pattern())));
      before = alike.pattern();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("numbers");
    for (Alike alike : all) {
      json.writeString(String.join(";", alike.numbers()));
    }
    json.writeEndArray();
  }

  /** How many characters two texts begin with alike; a pair of surrogates is one. */
  private static int shared(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int at = 0;
    while (at < most && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at > 0 && Character.isHighSurrogate(one.charAt(at - 1)) ? at - 1 : at;
  }
}
