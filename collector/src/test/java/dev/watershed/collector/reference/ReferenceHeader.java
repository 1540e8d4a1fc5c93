package dev.watershed.collector.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A group of header lines: what stands before the text of a statement. */
final class ReferenceHeader {

  private static final String TIME = "# Time: ";
  private static final String USER = "# User@Host: ";
  private static final String ADMINISTRATOR = "# administrator command: ";
  private static final Pattern QUERY_TIME = Pattern.compile("# Query_time: \\d.*", Pattern.DOTALL);
  private static final Pattern USE = Pattern.compile("use (.+);", Pattern.DOTALL);
  private static final String ITEM = "(?:last_insert_id|insert_id|timestamp)=\\d{1,18}";
  private static final Pattern SET = Pattern.compile("SET " + ITEM + "(?:," + ITEM + ")*;");
  private static final Pattern TIMESTAMP = Pattern.compile("[ ,]timestamp=(\\d{1,18})[,;]");

  private final ReferenceLines lines;
  private final int start;
  private final List<String> fieldLines = new ArrayList<>();
  private int end;
  private Optional<String> time = Optional.empty();
  private Optional<String> user = Optional.empty();
  private Optional<String> queryTime = Optional.empty();
  private Optional<String> use = Optional.empty();
  private OptionalLong timestampSeconds = OptionalLong.empty();

  private ReferenceHeader(ReferenceLines lines, int start) {
    this.lines = lines;
    this.start = start;
    this.end = start;
  }

  /** Reads the header that begins at a line. */
  static ReferenceHeader at(ReferenceLines lines, int start) {
    ReferenceHeader header = new ReferenceHeader(lines, start);
    header.readCommentLines();
    if (header.queryTime.isPresent()) {
      header.readUse();
      header.readSets();
    }
    return header;
  }

  /** Whether a line can be the first of a group; the file may end inside it. */
  static boolean startsAt(ReferenceLines lines, int line) {
    return startsAt(lines, line, TIME) || startsAt(lines, line, USER);
  }

  private static boolean startsAt(ReferenceLines lines, int line, String prefix) {
    return lines.startsWith(line, prefix)
        || line < lines.length() && !lines.closed(line) && prefix.startsWith(lines.text(line));
  }

  /** Whether a line is a Query_time line. */
  static boolean queryTimeAt(ReferenceLines lines, int line) {
    return QUERY_TIME.matcher(lines.text(line)).matches();
  }

  private void readCommentLines() {
    while (end < lines.length() && lines.startsWith(end, "#") && !endsGroup()) {
      readCommentLine(lines.text(end));
      end = lines.next(end);
    }
  }

  /** A new group begins, or the statement does. */
  private boolean endsGroup() {
    boolean secondTime = end > start && lines.startsWith(end, TIME);
    boolean secondUser = (user.isPresent() || queryTime.isPresent()) && lines.startsWith(end, USER);
    return secondTime || secondUser || lines.startsWith(end, ADMINISTRATOR);
  }

  private void readCommentLine(String line) {
    if (line.startsWith(TIME)) {
      int userAt = line.indexOf(" " + USER);
      int timeEnd = userAt < 0 ? line.length() : Math.max(TIME.length(), userAt);
      time = Optional.of(line.substring(TIME.length(), timeEnd));
      user = userAt < 0 ? user : Optional.of(line.substring(userAt + 1 + USER.length()));
    } else if (line.startsWith(USER)) {
      user = Optional.of(line.substring(USER.length()));
    } else {
      if (queryTime.isEmpty() && QUERY_TIME.matcher(line).matches()) {
        queryTime = Optional.of(line);
      }
      if (!line.startsWith("# explain: ") && !line.startsWith("# Stored_routine: ")) {
        fieldLines.add(line);
      }
    }
  }

  private void readUse() {
    Matcher matcher = USE.matcher(end < lines.length() ? lines.text(end) : "");
    if (matcher.matches()) {
      use = Optional.of(unquoted(matcher.group(1)));
      end = lines.next(end);
    }
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() > 1 && name.startsWith("`") && name.endsWith("`");
    return quoted ? name.substring(1, name.length() - 1).replace("``", "`") : name;
  }

  private void readSets() {
    while (timestampSeconds.isEmpty()
        && end < lines.length()
        && SET.matcher(lines.text(end)).matches()) {
      Matcher matcher = TIMESTAMP.matcher(lines.text(end));
      if (matcher.find()) {
        timestampSeconds = OptionalLong.of(Long.parseLong(matcher.group(1)));
      }
      end = lines.next(end);
    }
  }

  int start() {
    return start;
  }

  /** Where the text of the statement begins. */
  int end() {
    return end;
  }

  boolean hasQueryTime() {
    return queryTime.isPresent();
  }

  /** Whether the user line, the Query_time line and the timestamp are there. */
  boolean full() {
    return user.isPresent() && queryTime.isPresent() && timestampSeconds.isPresent();
  }

  /** Whether the end of the file cuts the header. */
  boolean cut() {
    if (end >= lines.length()) {
      return !hasQueryTime() || lines.length() > 0 && !lines.slice(end - 1, end).equals("\n");
    }
    if (!hasQueryTime() || timestampSeconds.isPresent() || lines.closed(end)) {
      return false;
    }
    String line = lines.text(end);
    return !line.endsWith(";") && (begins(line, "use ") || begins(line, "SET "));
  }

  private static boolean begins(String line, String prefix) {
    return line.startsWith(prefix) || prefix.startsWith(line);
  }

  Optional<String> time() {
    return time;
  }

  Optional<String> user() {
    return user;
  }

  Optional<String> queryTimeLine() {
    return queryTime;
  }

  Optional<String> use() {
    return use;
  }

  OptionalLong timestampSeconds() {
    return timestampSeconds;
  }

  /** The header lines with {@code Key: value} fields, the Query_time line among them. */
  List<String> fieldLines() {
    return fieldLines;
  }

  /** Whether a MariaDB server wrote the group: its timestamp is the start of the statement. */
  boolean mariaDb() {
    return fieldLines.stream()
        .anyMatch(line -> line.startsWith("# Thread_id:") && line.contains("QC_hit:"));
  }
}
