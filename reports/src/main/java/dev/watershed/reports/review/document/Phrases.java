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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What the long texts of a page consist of, each piece once: statements of a mapper repeat whole
 * lists of columns, further apart than gzip can see, with other aliases.
 */
final class Phrases {

  /** Texts from here on are cut, in characters. */
  static final int LONG = 200;

  /** Texts of so many pieces have whole runs of pieces in common. */
  private static final int MANY_PIECES = 8;

  private final List<String> qualifiers;
  private final Templates templates;
  private final Map<String, List<Piece>> pieces;

  /** A phrase by the numbers of its template and of its qualifier. */
  private record Piece(int template, int qualifier) {}

  private Phrases(Set<Phrase> all, Map<String, List<Phrase>> cut) {
    qualifiers = all.stream().map(Phrase::qualifier).distinct().sorted().toList();
    templates = Templates.of(all.stream().map(Phrase::template).collect(Collectors.toSet()));
    Map<String, Integer> numbers = new HashMap<>();
    qualifiers.forEach(qualifier -> numbers.put(qualifier, numbers.size()));
    Map<Phrase, Piece> known =
        all.parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    phrase -> phrase,
                    phrase ->
                        new Piece(
                            templates.number(phrase.template()), numbers.get(phrase.qualifier()))));
    pieces =
        cut.entrySet().parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    Map.Entry::getKey, text -> text.getValue().stream().map(known::get).toList()));
  }

  /** Those of some texts. */
  static Phrases of(Collection<String> texts) {
    Map<Phrase, Phrase> once = new ConcurrentHashMap<>();
    Map<String, List<Phrase>> cut =
        List.copyOf(new HashSet<>(texts)).parallelStream()
            .collect(Collectors.toConcurrentMap(text -> text, text -> cut(text, once)));
    return new Phrases(once.keySet(), cut);
  }

  /** The pieces of a text; of those that are equal only one is kept. */
  private static List<Phrase> cut(String text, Map<Phrase, Phrase> once) {
    return Phrase.cut(text).stream()
        .map(phrase -> once.computeIfAbsent(phrase, unused -> phrase))
        .toList();
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
    int count = all.stream().mapToInt(List::size).sum();
    long[] templateOf = new long[count];
    long[] places = new long[count];
    LongStream.Builder met = LongStream.builder();
    LongStream.Builder own = LongStream.builder();
    int at = 0;
    for (List<Piece> text : all) {
      Map<Integer, Integer> placeOf = new LinkedHashMap<>();
      for (Piece piece : text) {
        templateOf[at] = piece.template();
        places[at] = placeOf.computeIfAbsent(piece.qualifier(), unused -> placeOf.size());
        at++;
      }
      met.add(placeOf.size());
      placeOf.keySet().forEach(number -> own.add(number));
    }
    json.writeObjectFieldStart("long");
    planes.add("pieces", all.stream().mapToLong(List::size), json);
    planes.add("met", met.build(), json);
    if (count >= MANY_PIECES * texts.size()) {
      planes.addRuns("templates", LongStream.of(templateOf), json);
      planes.addRuns("qualifiers", own.build(), json);
    } else {
      planes.add("templates", LongStream.of(templateOf), json);
      planes.add("qualifiers", own.build(), json);
    }
    planes.add("places", LongStream.of(places), json);
    json.writeEndObject();
  }
}
