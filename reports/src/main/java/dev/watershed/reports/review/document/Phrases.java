package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What the long texts of a page consist of, each piece once: statements of a mapper repeat whole
 * lists of columns, further apart than gzip can see, with other aliases.
 */
final class Phrases {

  /** Texts from here on are cut, in characters. */
  static final int LONG = 200;

  private final List<String> qualifiers;
  private final Templates templates;
  private final Map<String, List<Piece>> pieces = new HashMap<>();

  /** A phrase by the numbers of its template and of its qualifier. */
  private record Piece(int template, int qualifier) {}

  private Phrases(Map<String, List<Phrase>> cut) {
    Set<Phrase> all = new HashSet<>();
    cut.values().forEach(all::addAll);
    qualifiers =
        List.copyOf(
            all.stream().map(Phrase::qualifier).collect(Collectors.toCollection(TreeSet::new)));
    templates =
        Templates.of(
            all.stream().map(Phrase::template).collect(Collectors.toCollection(TreeSet::new)));
    Map<String, Integer> numbers = new HashMap<>();
    qualifiers.forEach(qualifier -> numbers.put(qualifier, numbers.size()));
    Map<Phrase, Piece> known = new HashMap<>();
    all.forEach(
        phrase ->
            known.put(
                phrase,
                new Piece(templates.number(phrase.template()), numbers.get(phrase.qualifier()))));
    cut.forEach((text, phrases) -> pieces.put(text, phrases.stream().map(known::get).toList()));
  }

  /** Those of some texts. */
  static Phrases of(Collection<String> texts) {
    return new Phrases(
        List.copyOf(new HashSet<>(texts)).parallelStream()
            .collect(Collectors.toMap(text -> text, Phrase::cut)));
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
    List<List<Piece>> all = texts.stream().map(pieces::get).toList();
    LongStream.Builder met = LongStream.builder();
    LongStream.Builder own = LongStream.builder();
    LongStream.Builder places = LongStream.builder();
    for (List<Piece> text : all) {
      Map<Integer, Integer> placeOf = new LinkedHashMap<>();
      for (Piece piece : text) {
        places.add(placeOf.computeIfAbsent(piece.qualifier(), unused -> placeOf.size()));
      }
      met.add(placeOf.size());
      placeOf.keySet().forEach(number -> own.add(number));
    }
    json.writeObjectFieldStart("long");
    planes.add("pieces", all.stream().mapToLong(List::size), json);
    planes.add("met", met.build(), json);
    planes.add("templates", all.stream().flatMap(List::stream).mapToLong(Piece::template), json);
    planes.add("qualifiers", own.build(), json);
    planes.add("places", places.build(), json);
    json.writeEndObject();
  }
}
