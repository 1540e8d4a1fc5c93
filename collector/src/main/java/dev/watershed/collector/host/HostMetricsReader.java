package dev.watershed.collector.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a host's metrics: a line that names the columns, then a row per line, without quotes. The
 * columns stand in any order; {@code time} has to be there, and one more. An empty field is
 * unknown.
 */
public final class HostMetricsReader {

  private static final int MOST_ISSUES = 100;
  private static final long MOST_SECONDS = 253_402_300_799L;

  /** What a column holds. */
  private enum Column {
    TIME("a time such as 2026-11-23T10:15:00Z, or seconds since 1970"),
    CPU_PERCENT("a number from 0 to 100"),
    READ_BYTES("a whole number, 0 or more"),
    WRITTEN_BYTES("a whole number, 0 or more");

    private final String expected;

    Column(String expected) {
      this.expected = expected;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A field that is not what its column holds. */
  private static final class BadFieldException extends Exception {
    private static final long serialVersionUID = 1L;

    BadFieldException(String message) {
      super(message);
    }
  }

  private final String path;
  private final List<HostSample> samples = new ArrayList<>();
  private final List<String> issues = new ArrayList<>();
  private long issueCount;

  private HostMetricsReader(String path) {
    this.path = path;
  }

  /**
   * Reads a file.
   *
   * @param path its name in issues
   */
  public static HostMetrics read(String path, BufferedReader lines) throws IOException {
    HostMetricsReader reader = new HostMetricsReader(path);
    reader.readAll(lines);
    return new HostMetrics(reader.samples, reader.issues, reader.issueCount);
  }

  private void readAll(BufferedReader lines) throws IOException {
    String header = lines.readLine();
    Map<Column, Integer> places = places(header == null ? "" : header);
    if (!places.containsKey(Column.TIME) || places.size() < 2) {
      String names =
          Stream.of(Column.values()).skip(1).map(Column::key).collect(Collectors.joining(", "));
      issue(1, "no columns; expected a line with the names time and some of " + names);
      return;
    }
    long line = 1;
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      line++;
      if (!text.isBlank()) {
        row(line, text, places);
      }
    }
  }

  private static Map<Column, Integer> places(String header) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    String[] names = header.replace("\uFEFF", "").split(",", -1);
    for (int place = 0; place < names.length; place++) {
      for (Column column : Column.values()) {
        if (names[place].strip().equals(column.key())) {
          places.putIfAbsent(column, place);
        }
      }
    }
    return places;
  }

  private void row(long line, String text, Map<Column, Integer> places) {
    String[] fields = text.split(",", -1);
    try {
      String time = field(fields, places, Column.TIME).orElseThrow(() -> bad("", Column.TIME));
      samples.add(
          new HostSample(
              time(time),
              percent(field(fields, places, Column.CPU_PERCENT)),
              bytes(field(fields, places, Column.READ_BYTES), Column.READ_BYTES),
              bytes(field(fields, places, Column.WRITTEN_BYTES), Column.WRITTEN_BYTES)));
    } catch (BadFieldException bad) {
      issue(line, bad.getMessage());
    }
  }

  private static Optional<String> field(String[] fields, Map<Column, Integer> places, Column column)
      throws BadFieldException {
    Integer place = places.get(column);
    if (place == null) {
      return Optional.empty();
    }
    if (place >= fields.length) {
      throw new BadFieldException(
          "a row of " + fields.length + " fields; expected " + column.key() + " as well");
    }
    return Optional.of(fields[place].strip()).filter(value -> !value.isEmpty());
  }

  private static Instant time(String value) throws BadFieldException {
    try {
      boolean seconds = value.chars().allMatch(c -> c >= '0' && c <= '9');
      Instant time =
          seconds
              ? Instant.ofEpochSecond(Long.parseLong(value))
              : OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (time.getEpochSecond() >= 0 && time.getEpochSecond() <= MOST_SECONDS) {
        return time;
      }
      throw bad(value, Column.TIME);
    } catch (DateTimeException | NumberFormatException wrong) {
      throw bad(value, Column.TIME);
    }
  }

  private static OptionalDouble percent(Optional<String> value) throws BadFieldException {
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    double percent = number(value.get(), Column.CPU_PERCENT);
    if (!(percent >= 0 && percent <= 100)) {
      throw bad(value.get(), Column.CPU_PERCENT);
    }
    return OptionalDouble.of(percent);
  }

  private static OptionalLong bytes(Optional<String> value, Column column)
      throws BadFieldException {
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    double bytes = number(value.get(), column);
    if (!(bytes >= 0 && bytes < 1L << 53) || bytes != Math.rint(bytes)) {
      throw bad(value.get(), column);
    }
    return OptionalLong.of((long) bytes);
  }

  private static double number(String value, Column column) throws BadFieldException {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException wrong) {
      throw bad(value, column);
    }
  }

  private static BadFieldException bad(String value, Column column) {
    return new BadFieldException(
        column.key() + " is '" + value + "'; expected " + column.expected + "; row left out");
  }

  private void issue(long line, String what) {
    issueCount++;
    if (issues.size() < MOST_ISSUES) {
      issues.add(path + ":" + line + ": " + what);
    }
  }
}
