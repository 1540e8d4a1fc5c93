package dev.watershed.analyzer.saying;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence or clause as facts. It has its English with it; a report in another language says it
 * by its key.
 */
public sealed interface Saying {

  /** In which rates are said. */
  MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  /** Its English. */
  String text();

  /**
   * What is said of something.
   *
   * @param key tells what is said from all else that is said; a bundle of texts has it
   * @param english its pattern, with {@code {0}}, {@code {1}} in the places of the parts
   * @param parts what it is said of
   */
  record Said(String key, String english, List<Saying> parts) implements Saying {

    public Said {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(english, "english");
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      return SayingPattern.filled(english, parts.stream().map(Saying::text).toList());
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** A name or a figure, or what a person wrote: the same in every language. */
  record Verbatim(String text) implements Saying {

    public Verbatim {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A minute, in UTC; each language writes dates in its own way. */
  record Minute(Instant instant) implements Saying {

    private static final DateTimeFormatter ENGLISH =
        DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public Minute {
      Objects.requireNonNull(instant, "instant");
    }

    @Override
    public String text() {
      return ENGLISH.format(instant);
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** Several, one after the other. */
  record Joined(Joint joint, List<Saying> items) implements Saying {

    public Joined {
      Objects.requireNonNull(joint, "joint");
      items = List.copyOf(items);
    }

    @Override
    public String text() {
      return items.stream().map(Saying::text).collect(Collectors.joining(joint.english()));
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** What stands between several. */
  enum Joint {
    /** Names of a list. */
    COMMA("comma", ", "),
    /** Names that belong together. */
    AND("and", " and "),
    /** Clauses. */
    SEMICOLON("semicolon", "; "),
    /** Sentences. */
    SPACE("space", " "),
    /** What is done one after the other. */
    THEN("then", ", then "),
    /** What follows at once. */
    NOTHING("nothing", "");

    private final String key;
    private final String english;

    Joint(String key, String english) {
      this.key = key;
      this.english = english;
    }

    /** Tells it from the others in a bundle of texts. */
    public String key() {
      return key;
    }

    /** Between words of English. */
    public String english() {
      return english;
    }
  }

  /**
   * What is said of something.
   *
   * @param values sayings stay as they are; of a collection the items stand with commas between
   *     them; all else is the same in every language
   */
  static Saying of(String key, String english, Object... values) {
    return new Said(key, english, Stream.of(values).map(Saying::part).toList());
  }

  /** A name or a figure, or what a person wrote. */
  static Saying verbatim(String text) {
    return new Verbatim(text);
  }

  /** A number with so many decimals. */
  static Saying number(double value, int decimals) {
    return new Verbatim(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  /** A number as a person writes it: as many decimals as it has. */
  static Saying plain(double value) {
    return new Verbatim(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
  }

  /** A rate a second in two digits; from 10 on in whole numbers, in groups of three digits. */
  static Saying perSecond(double rate) {
    if (rate >= 9.95) {
      return grouped(Math.round(rate));
    }
    BigDecimal rounded = BigDecimal.valueOf(rate).round(TWO_DIGITS);
    return new Verbatim(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }

  /** A whole number in groups of three digits. */
  static Saying grouped(long value) {
    return new Verbatim(String.format(Locale.ROOT, "%,d", value));
  }

  /** A number with so many decimals in groups of three digits. */
  static Saying grouped(double value, int decimals) {
    return new Verbatim(String.format(Locale.ROOT, "%,." + decimals + "f", value));
  }

  /** Nothing. */
  static Saying nothing() {
    return new Verbatim("");
  }

  /** Several, sayings or names. */
  static Saying joined(Joint joint, Collection<?> items) {
    return new Joined(joint, items.stream().map(Saying::part).toList());
  }

  /** The English of several. */
  static List<String> texts(Collection<? extends Saying> sayings) {
    return sayings.stream().map(Saying::text).toList();
  }

  /** The first of some names, and how many more there are. */
  static Saying some(Collection<String> names, int most) {
    List<String> first = names.stream().limit(most).toList();
    return names.size() > most
        ? of("some", "{0} and {1} more", first, names.size() - most)
        : joined(Joint.COMMA, first);
  }

  private static Saying part(Object value) {
    if (value instanceof Saying saying) {
      return saying;
    }
    return value instanceof Collection<?> several
        ? joined(Joint.COMMA, several)
        : new Verbatim(value.toString());
  }

  /** One thing, or several. */
  static Saying count(String key, long number, String one, String several) {
    return of(key, number == 1 ? "{0} " + one : "{0} " + several, number);
  }
}
