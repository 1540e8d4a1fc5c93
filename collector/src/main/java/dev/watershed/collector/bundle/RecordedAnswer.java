package dev.watershed.collector.bundle;

import dev.watershed.collector.input.BatchFields;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer to one question, as the client printed it. */
final class RecordedAnswer {

  /** The first word of such a piece. */
  static final String KIND = "@answer";

  private static final String PLAIN = "@plain";
  private static final String ERROR = "@error\t";
  private static final String NULL = "NULL";
  private static final Pattern SAID =
      Pattern.compile("ERROR (\\d{1,9}) \\((\\w+)\\)(?: at line \\d+)?: (.*)", Pattern.DOTALL);

  /** Takes the rows, one after the other. */
  @FunctionalInterface
  interface Sink {
    /**
     * A row.
     *
     * @param values in the order of the labels
     */
    void row(List<Optional<String>> values) throws SQLException;
  }

  private final BundlePiece piece;
  private final String name;
  private final List<String> labels;
  private final boolean plain;

  RecordedAnswer(BundlePiece piece) {
    List<String> head = piece.head();
    this.piece = piece;
    this.name = head.size() > 1 ? head.get(1) : "";
    List<String> rest = head.subList(Math.min(2, head.size()), head.size());
    this.plain = rest.equals(List.of(PLAIN));
    this.labels = plain ? List.of() : List.copyOf(rest);
  }

  /** The name of the question. */
  String name() {
    return name;
  }

  /** The names of the values; empty where the answer names none. */
  List<String> labels() {
    return labels;
  }

  /** Whether the server gave all of it. */
  boolean complete() {
    byte[] bytes = piece.bytes();
    int last = bytes.length - 1;
    while (last > 0 && bytes[last - 1] != '\n') {
      last--;
    }
    return !new String(bytes, last, bytes.length - last, StandardCharsets.UTF_8).startsWith(ERROR);
  }

  /**
   * Hands out all rows.
   *
   * @throws SQLException if the server ended its answer with an error, or if a line is no row
   */
  void rows(Sink sink) throws SQLException {
    byte[] bytes = piece.bytes();
    long line = piece.firstLine();
    for (int at = piece.endOfLine(0) + 1; at < bytes.length; ) {
      int end = piece.endOfLine(at);
      String text = new String(bytes, at, end - at, StandardCharsets.UTF_8);
      line++;
      if (text.startsWith(ERROR)) {
        throw error(text.substring(ERROR.length()));
      }
      sink.row(row(text, line));
      at = end + 1;
    }
  }

  private List<Optional<String>> row(String text, long line) throws SQLException {
    String[] fields = text.split("\t", -1);
    if (!plain && fields.length != labels.size()) {
      throw unexpected(line, labels.size() + " values", fields.length + " of them");
    }
    List<Optional<String>> values = new ArrayList<>(fields.length);
    for (String field : fields) {
      if (plain) {
        values.add(Optional.of(BatchFields.unescaped(field)));
      } else if (field.startsWith("=")) {
        values.add(Optional.of(BatchFields.unescaped(field.substring(1))));
      } else if (field.equals(NULL)) {
        values.add(Optional.empty());
      } else {
        throw unexpected(line, "values behind a =", "something else");
      }
    }
    return values;
  }

  private SQLException unexpected(long line, String expected, String found) {
    return new SQLException(
        "line %d of the bundle: expected %s, found %s; does the client's option file change what it"
                .formatted(line, expected, found)
            + " prints?");
  }

  /** What the client prints of an error, as the driver would tell it. */
  static SQLException error(String said) {
    Matcher matcher = SAID.matcher(said);
    return matcher.matches()
        ? new SQLException(matcher.group(3), matcher.group(2), Integer.parseInt(matcher.group(1)))
        : new SQLException(said);
  }
}
