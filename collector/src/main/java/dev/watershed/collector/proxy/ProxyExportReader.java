package dev.watershed.collector.proxy;

import dev.watershed.collector.input.BatchFields;
import dev.watershed.collector.proxy.ProxyRow.Counters;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what {@code mysql -B} writes of {@code stats_mysql_query_digest}: a line that names the
 * columns, then a row per line, with tabs between the fields, and {@code \t}, {@code \n}, {@code
 * \\} and {@code \0} in them. The columns stand in any order; others are passed over. Rows that
 * differ in nothing but a column that the file lacks, such as the client's address, are one. A file
 * of no bytes is that of a table without rows.
 */
final class ProxyExportReader {

  private static final int MOST_ISSUES = 20;
  private static final int MOST_ROWS = 200_000;

  private enum Column {
    HOSTGROUP(true),
    SCHEMANAME(true),
    USERNAME(true),
    CLIENT_ADDRESS(false),
    DIGEST(true),
    DIGEST_TEXT(true),
    COUNT_STAR(true),
    FIRST_SEEN(true),
    LAST_SEEN(true),
    SUM_TIME(true),
    MIN_TIME(true),
    MAX_TIME(true),
    SUM_ROWS_AFFECTED(false),
    SUM_ROWS_SENT(false),
    /** When it was exported, in seconds since 1970. */
    SAMPLED_AT(false),
    /** {@code ProxySQL_Uptime}, in seconds. */
    UPTIME(false);

    private final boolean needed;

    Column(boolean needed) {
      this.needed = needed;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A row that makes no sense. */
  private static final class BadRowException extends Exception {
    private static final long serialVersionUID = 1L;

    BadRowException(String message) {
      super(message);
    }
  }

  private final String path;
  private final List<String> lacks = new ArrayList<>();
  private final Map<Long, ProxyRow> rows = new LinkedHashMap<>();
  private final List<String> issues = new ArrayList<>();
  private long issueCount;
  private OptionalLong sampledAt = OptionalLong.empty();
  private OptionalLong uptime = OptionalLong.empty();

  private ProxyExportReader(String path) {
    this.path = path;
  }

  /**
   * Reads a file.
   *
   * @param path its name in issues
   * @param written when it was written, for files that do not tell when they were exported
   */
  static ProxyExport read(String path, BufferedReader lines, Instant written) throws IOException {
    ProxyExportReader reader = new ProxyExportReader(path);
    reader.readAll(lines);
    Instant at =
        reader.sampledAt.isPresent()
            ? Instant.ofEpochSecond(reader.sampledAt.getAsLong())
            : written.truncatedTo(ChronoUnit.SECONDS);
    Optional<Instant> began =
        reader.uptime.isPresent()
            ? Optional.of(at.minusSeconds(reader.uptime.getAsLong()))
            : Optional.empty();
    return new ProxyExport(
        at,
        began,
        reader.lacks,
        List.copyOf(reader.rows.values()),
        reader.issues,
        reader.issueCount);
  }

  private void readAll(BufferedReader lines) throws IOException {
    String header = lines.readLine();
    if (header == null) {
      // mysql -B names no columns where there is no row: the proxy has executed nothing.
      return;
    }
    Map<Column, Integer> places = places(header);
    for (Column column : Column.values()) {
      if (column.needed && !places.containsKey(column)) {
        issue(1, "no column " + column.key() + "; expected what mysql -B writes, names included");
        return;
      }
    }
    for (Column figure : List.of(Column.SUM_ROWS_AFFECTED, Column.SUM_ROWS_SENT)) {
      if (!places.containsKey(figure)) {
        lacks.add(figure.key());
      }
    }
    long line = 1;
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      line++;
      if (rows.size() >= MOST_ROWS) {
        issue(line, "more than " + MOST_ROWS + " rows; the rest is left out");
        return;
      }
      try {
        ProxyRow row = row(text.split("\t", -1), places);
        rows.merge(row.key(), row, ProxyRow::and);
      } catch (BadRowException bad) {
        issue(line, bad.getMessage() + "; row left out");
      }
    }
  }

  private static Map<Column, Integer> places(String header) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    String[] names = header.split("\t", -1);
    for (int place = 0; place < names.length; place++) {
      for (Column column : Column.values()) {
        if (names[place].strip().equalsIgnoreCase(column.key())) {
          places.putIfAbsent(column, place);
        }
      }
    }
    return places;
  }

  private ProxyRow row(String[] fields, Map<Column, Integer> places) throws BadRowException {
    if (sampledAt.isEmpty() && places.containsKey(Column.SAMPLED_AT)) {
      sampledAt = OptionalLong.of(number(fields, places, Column.SAMPLED_AT));
    }
    if (uptime.isEmpty() && places.containsKey(Column.UPTIME)) {
      uptime = OptionalLong.of(number(fields, places, Column.UPTIME));
    }
    return new ProxyRow(
        number(fields, places, Column.HOSTGROUP),
        text(fields, places, Column.SCHEMANAME),
        text(fields, places, Column.USERNAME),
        text(fields, places, Column.CLIENT_ADDRESS),
        text(fields, places, Column.DIGEST),
        text(fields, places, Column.DIGEST_TEXT),
        number(fields, places, Column.FIRST_SEEN),
        number(fields, places, Column.LAST_SEEN),
        new Counters(
            number(fields, places, Column.COUNT_STAR),
            number(fields, places, Column.SUM_TIME),
            number(fields, places, Column.SUM_ROWS_AFFECTED),
            number(fields, places, Column.SUM_ROWS_SENT)),
        number(fields, places, Column.MIN_TIME),
        number(fields, places, Column.MAX_TIME));
  }

  /** The field; empty where the file has no such column. */
  private static String text(String[] fields, Map<Column, Integer> places, Column column)
      throws BadRowException {
    Integer place = places.get(column);
    if (place == null) {
      return "";
    }
    if (place >= fields.length) {
      throw new BadRowException(
          "a row of " + fields.length + " fields; expected " + column.key() + " as well");
    }
    return BatchFields.unescaped(fields[place]);
  }

  private static long number(String[] fields, Map<Column, Integer> places, Column column)
      throws BadRowException {
    if (!places.containsKey(column)) {
      return 0;
    }
    String text = text(fields, places, column).strip();
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      // Said below, as for a negative one.
    }
    throw new BadRowException(column.key() + " is '" + text + "'; expected a whole number");
  }

  private void issue(long line, String what) {
    issueCount++;
    if (issues.size() < MOST_ISSUES) {
      issues.add(path + ":" + line + ": " + what);
    }
  }
}
