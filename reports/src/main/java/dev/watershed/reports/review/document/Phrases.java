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
 * What the long texts of a page consist of, each piece once: statements of a mapper repeat whole
 * lists of columns, further apart than gzip can see, with other aliases.
 */
final class Phrases {

  /** Texts from here on are cut, in characters. */
  static final int LONG = 200;

  private final List<String> qualifiers;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Templates templates;

  private Phrases(Collection<String> qualifiers, Collection<String> templates) {
    this.qualifiers = List.copyOf(qualifiers);
    this.qualifiers.forEach(qualifier -> numbers.put(qualifier, numbers.size()));
    this.templates = Templates.of(templates);
  }

  /** Those of some texts. */
  static Phrases of(Collection<String> texts) {
    TreeSet<String> qualifiers = new TreeSet<>();
    TreeSet<String> templates = new TreeSet<>();
    for (String text : texts) {
      for (Phrase phrase : Phrase.cut(text)) {
        qualifiers.add(phrase.qualifier());
        templates.add(phrase.template());
      }
    }
    return new Phrases(qualifiers, templates);
  }

  /** Writes the fields of all pieces. */
  void write(JsonGenerator json) throws IOException {
    json.writeFieldName("qualifiers");
    json.writeArray(qualifiers.toArray(String[]::new), 0, qualifiers.size());
    templates.write(json);
  }

  /**
   * Writes texts, which must be among those that the pieces come from: how many pieces each has,
   * and how many qualifiers; the numbers of its templates, of the qualifiers that it has, and for
   * each piece which of these it is.
   */
  void write(List<String> texts, Planes planes, JsonGenerator json) throws IOException {
    List<Long> pieces = new ArrayList<>();
    List<Long> met = new ArrayList<>();
    List<Long> patterns = new ArrayList<>();
    List<Long> own = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    for (String text : texts) {
      List<Phrase> phrases = Phrase.cut(text);
      List<String> names = phrases.stream().map(Phrase::qualifier).distinct().toList();
      pieces.add((long) phrases.size());
      met.add((long) names.size());
      phrases.forEach(each -> patterns.add((long) templates.number(each.template())));
      names.forEach(name -> own.add((long) numbers.get(name)));
      phrases.forEach(each -> places.add((long) names.indexOf(each.qualifier())));
    }
    json.writeObjectFieldStart("long");
    planes.add("pieces", pieces, json);
    planes.add("met", met, json);
    planes.add("templates", patterns, json);
    planes.add("qualifiers", own, json);
    planes.add("places", places, json);
    json.writeEndObject();
  }
}
