package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Phrases that the long texts of a page consist of, each once: statements of a mapper repeat whole
 * lists of columns, further apart than gzip can see. A text is cut at the space before a qualified
 * name whose qualifier is another one than that of the qualified name before.
 */
final class Phrases {

  /** Texts from here on are cut, in characters. */
  static final int LONG = 200;

  private final List<String> all;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Phrases(Collection<String> all) {
    this.all = List.copyOf(all);
    this.all.forEach(phrase -> numbers.put(phrase, numbers.size()));
  }

  /** Those of some texts, in their order: neighbours share their beginnings. */
  static Phrases of(Collection<String> texts) {
    TreeSet<String> all = new TreeSet<>();
    texts.forEach(text -> all.addAll(cut(text)));
    return new Phrases(all);
  }

  /** The numbers, from 0 on, of the phrases that are a text with spaces between them. */
  List<Integer> numbers(String text) {
    return cut(text).stream().map(numbers::get).toList();
  }

  /** Writes each as the rest behind what it shares with the one before, and how long that is. */
  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("shared");
    String before = "";
    for (String phrase : all) {
      json.writeNumber(shared(before, phrase));
      before = phrase;
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rests");
    before = "";
    for (String phrase : all) {
      json.writeString(phrase.substring(shared(before, phrase)));
      before = phrase;
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

  private static List<String> cut(String text) {
    List<String> phrases = new ArrayList<>();
    String qualifier = "";
    int start = 0;
    int word = 0;
    while (word < text.length()) {
      int space = text.indexOf(' ', word);
      int end = space < 0 ? text.length() : space;
      int dot = text.indexOf('.', word);
      if (dot > word && dot < end) {
        String next = text.substring(word, dot);
        if (word > start && !next.equals(qualifier)) {
          phrases.add(text.substring(start, word - 1));
          start = word;
        }
        qualifier = next;
      }
      word = end + 1;
    }
    phrases.add(text.substring(start));
    return phrases;
  }
}
