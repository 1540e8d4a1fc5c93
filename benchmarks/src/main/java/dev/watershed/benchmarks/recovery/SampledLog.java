package dev.watershed.benchmarks.recovery;

import dev.watershed.benchmarks.fleet.month.CapturedLog;
import dev.watershed.benchmarks.fleet.month.LogEvent;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a log of the fleet for statements that can be run again. */
final class SampledLog {

  private static final Pattern QUERY_TIME = Pattern.compile("# Query_time: ([0-9.]+)");
  private static final int SAMPLES = 3;

  private static final class Sum {
    private String schema = "";
    private long calls;
    private double seconds;
    private final List<String> statements = new ArrayList<>();
  }

  private SampledLog() {}

  /** Its digests, those with the longest time first. */
  static List<SampleStatement> read(Path log) throws IOException {
    Map<Long, Sum> sums = new TreeMap<>();
    for (LogEvent event : CapturedLog.read(log).events()) {
      String sql = statement(event);
      if (sql.isEmpty()) {
        continue;
      }
      Fingerprint fingerprint = Fingerprints.of(sql, SqlMode.standard());
      Sum sum = sums.computeIfAbsent(fingerprint.digest(), unused -> new Sum());
      sum.calls++;
      sum.seconds += seconds(event);
      if (sum.statements.size() < SAMPLES) {
        sum.schema = event.schema();
        sum.statements.add(sql);
      }
    }
    return sums.entrySet().stream()
        .map(
            entry ->
                new SampleStatement(
                    entry.getKey(),
                    entry.getValue().schema,
                    entry.getValue().calls,
                    entry.getValue().seconds,
                    entry.getValue().statements))
        .sorted((a, b) -> Double.compare(b.seconds(), a.seconds()))
        .toList();
  }

  private static double seconds(LogEvent event) {
    for (String line : event.lines()) {
      Matcher matcher = QUERY_TIME.matcher(line);
      if (matcher.find()) {
        return Double.parseDouble(matcher.group(1));
      }
    }
    return 0;
  }

  private static String statement(LogEvent event) {
    StringBuilder sql = new StringBuilder();
    boolean body = false;
    for (String line : event.lines()) {
      if (body) {
        sql.append(sql.isEmpty() ? "" : "\n").append(line);
      }
      body |= line.startsWith("SET timestamp=");
    }
    String text = sql.toString().strip();
    if (text.startsWith("# administrator command")) {
      return "";
    }
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }
}
