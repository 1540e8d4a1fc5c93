package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Texts many of which differ in their numbers only. Mappers number aliases, and put the number of a
 * table into each of its columns: numbers of a text that always change together are written once.
 */
final class Templates {

  /** Stands before the place of a number in a pattern; no text of a page has it. */
  private static final char NUMBER = '\u0001';

  private final List<Alike> all;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * Texts that differ in their numbers only: their pattern, and of each the numbers that differ.
   */
  private record Alike(List<String> texts, String pattern, List<String> numbers) {

    static Alike of(Collection<String> alike) {
      List<String> texts = alike.stream().sorted().toList();
      List<NumberedText> numbered = texts.stream().map(NumberedText::of).toList();
      Map<List<String>, Integer> changing = new LinkedHashMap<>();
      List<String> places = new ArrayList<>();
      for (int at = 0; at < numbered.get(0).numbers().size(); at++) {
        int place = at;
        List<String> values = numbered.stream().map(text -> text.numbers().get(place)).toList();
        boolean same = values.stream().allMatch(values.get(0)::equals);
        places.add(
            same
                ? values.get(0)
                : NUMBER + "" + changing.computeIfAbsent(values, unused -> changing.size()));
      }
      List<String> written = new ArrayList<>();
      for (int text = 0; text < texts.size(); text++) {
        int at = text;
        written.add(
            changing.keySet().stream()
                .map(values -> values.get(at))
                .collect(Collectors.joining(" ")));
      }
      return new Alike(texts, numbered.get(0).with(places), written);
    }
  }

  private Templates(List<Alike> all) {
    this.all = all;
    all.forEach(alike -> alike.texts().forEach(text -> places.put(text, places.size())));
  }

  /**
   * Those of some texts.
   *
   * @param texts each once
   */
  static Templates of(Set<String> texts) {
    Map<String, List<String>> groups =
        List.copyOf(texts).parallelStream()
            .collect(
                Collectors.groupingByConcurrent(text -> NumberedText.of(text).withoutNumbers()));
    return new Templates(
        List.copyOf(groups.entrySet()).parallelStream()
            .sorted(Map.Entry.comparingByKey())
            .map(group -> Alike.of(group.getValue()))
            .toList());
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
