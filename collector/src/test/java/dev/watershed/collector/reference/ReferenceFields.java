package dev.watershed.collector.reference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Key: value} fields of a header. */
final class ReferenceFields {

  private static final Pattern SECONDS = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,9}))?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
  private static final List<String> SECONDS_KEYS = List.of("Query_time", "Lock_time");
  private static final List<String> COUNT_KEYS =
      List.of(
          "Rows_sent",
          "Rows_examined",
          "Rows_affected",
          "Errno",
          "Bytes_sent",
          "Created_tmp_tables",
          "Created_tmp_disk_tables",
          "Sort_rows",
          "Sort_merge_passes");

  private final ReferenceHeader header;

  ReferenceFields(ReferenceHeader header) {
    this.header = header;
  }

  /** Whether a figure of the Query_time line is no number. */
  boolean unreadable() {
    List<String> line = List.of(header.queryTimeLine().orElseThrow());
    boolean seconds =
        SECONDS_KEYS.stream()
            .flatMap(key -> value(line, key).stream())
            .anyMatch(value -> microsOf(value).isEmpty());
    return seconds
        || COUNT_KEYS.stream()
            .flatMap(key -> value(line, key).stream())
            .anyMatch(value -> !COUNT.matcher(value).matches());
  }

  long micros(String key) {
    return value(header.fieldLines(), key).map(v -> microsOf(v).orElse(0)).orElse(0L);
  }

  long count(String key) {
    return value(header.fieldLines(), key)
        .filter(value -> COUNT.matcher(value).matches())
        .map(Long::parseLong)
        .orElse(0L);
  }

  private boolean yes(String key) {
    return value(header.fieldLines(), key).equals(Optional.of("Yes"));
  }

  /** The schema field; empty where it is absent or has no value. */
  Optional<String> schema() {
    Pattern pattern = Pattern.compile("\\sSchema: (.*?)(?:  .*)?", Pattern.DOTALL);
    for (String line : header.fieldLines()) {
      int at = line.indexOf(" Schema: ");
      Matcher matcher = pattern.matcher(at < 0 ? "" : line.substring(at));
      if (matcher.matches() && !matcher.group(1).isEmpty()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  /** The IP address of a {@code # Client: IP:port} line; empty without one. */
  String client() {
    return header.fieldLines().stream()
        .filter(line -> line.startsWith("# Client: "))
        .map(line -> line.substring("# Client: ".length()).strip())
        .map(client -> client.replaceFirst(":\\d+$", ""))
        .findFirst()
        .orElse("");
  }

  /** {@code Log_slow_rate_limit}. */
  OptionalLong rateLimit() {
    long limit = count("Log_slow_rate_limit");
    return limit == 0 ? OptionalLong.empty() : OptionalLong.of(limit);
  }

  /** The end of the statement, as log_slow_extra writes it. */
  Optional<ReferenceTimeLine> end() {
    return value(header.fieldLines(), "End")
        .map(value -> ReferenceTimeLine.of(value, Optional.empty()))
        .filter(ReferenceTimeLine::readable);
  }

  ReferenceMetrics metrics() {
    return new ReferenceMetrics(
        count("Errno|Last_errno"),
        count("Rows_affected"),
        count("Bytes_sent"),
        count("Tmp_tables|Created_tmp_tables"),
        count("Tmp_disk_tables|Created_tmp_disk_tables"),
        yes("Full_scan"),
        yes("Full_join"),
        count("Sort_rows"),
        count("Merge_passes|Sort_merge_passes"));
  }

  private static OptionalLong microsOf(String value) {
    Matcher matcher = SECONDS.matcher(value);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    String fraction = matcher.group(2) == null ? "" : matcher.group(2);
    String micros = (fraction + "000000").substring(0, 6);
    return OptionalLong.of(Long.parseLong(matcher.group(1)) * 1_000_000 + Long.parseLong(micros));
  }

  /**
   * The first value of a key, or of several keys for one thing: what stands up to the next space.
   */
  private static Optional<String> value(List<String> lines, String key) {
    Pattern pattern = Pattern.compile(" (?:" + key + "): ([^ \\r]*)");
    for (String line : lines) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }
}
