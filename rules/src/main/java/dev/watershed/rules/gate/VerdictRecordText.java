package dev.watershed.rules.gate;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A record of verdicts as a text, a line per thing: {@code watershed.verdicts/1}, {@code from},
 * {@code until}, then {@code rule}, {@code unsure} (rule and subject), {@code key} and {@code
 * earlier}, and {@code end} with the number of lines before it, so that half of a text is none. The
 * store has it, and a snapshot may.
 */
public final class VerdictRecordText {

  /** The format and its version. */
  public static final String FORMAT = "watershed.verdicts/1";

  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String RULE = "rule";
  private static final String UNSURE = "unsure";
  private static final String KEY = "key";
  private static final String EARLIER = "earlier";
  private static final String END = "end";

  private VerdictRecordText() {}

  /** The text; ends with a line break. */
  public static String of(VerdictRecord record) {
    List<String> lines = new ArrayList<>();
    lines.add(FORMAT);
    lines.add(line(FROM, record.from().toString()));
    lines.add(line(UNTIL, record.until().toString()));
    record.rules().forEach(rule -> lines.add(line(RULE, rule)));
    record.unsure().forEach(each -> lines.add(line(UNSURE, each.rule() + " " + each.subject())));
    record.keys().forEach(key -> lines.add(line(KEY, key)));
    record.earlier().forEach(key -> lines.add(line(EARLIER, key)));
    lines.add(line(END, Integer.toString(lines.size())));
    return String.join("\n", lines) + "\n";
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it is no whole record of this version
   */
  public static VerdictRecord parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    int end = lines.size() - 2;
    if (!lines.get(0).equals(FORMAT)) {
      throw new IllegalArgumentException("expected " + FORMAT + ", a record of verdicts");
    }
    if (end < 1 || !lines.get(end).equals(line(END, Integer.toString(end)))) {
      throw new IllegalArgumentException("the record of verdicts is not whole");
    }
    List<String> body = lines.subList(1, end);
    return new VerdictRecord(
        instant(body, FROM),
        instant(body, UNTIL),
        sorted(values(body, RULE)),
        values(body, UNSURE).map(VerdictRecordText::unsure).toList(),
        sorted(values(body, KEY)),
        sorted(values(body, EARLIER)));
  }

  private static Stream<String> values(List<String> body, String word) {
    return body.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> unescaped(line.substring(word.length() + 1)));
  }

  private static SortedSet<String> sorted(Stream<String> values) {
    SortedSet<String> sorted = new TreeSet<>();
    values.forEach(sorted::add);
    return sorted;
  }

  private static Instant instant(List<String> body, String word) {
    Optional<String> value = values(body, word).findFirst();
    try {
      return Instant.parse(value.orElse(""));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("the record of verdicts has no " + word, e);
    }
  }

  private static VerdictRecord.Unsure unsure(String value) {
    int blank = value.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException("the record of verdicts is unsure of nothing");
    }
    return new VerdictRecord.Unsure(value.substring(0, blank), value.substring(blank + 1));
  }

  /** Names of tables may hold line breaks. */
  private static String line(String word, String value) {
    return word + " " + value.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String unescaped(String value) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == '\\' && at + 1 < value.length()) {
        at++;
        text.append(value.charAt(at) == 'n' ? '\n' : value.charAt(at));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
