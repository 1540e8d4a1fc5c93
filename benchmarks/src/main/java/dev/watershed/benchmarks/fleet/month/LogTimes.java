package dev.watershed.benchmarks.fleet.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The times in the lines of a slow log, of MySQL and of MariaDB in UTC. */
final class LogTimes {

  private static final Pattern ISO =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?Z");
  private static final Pattern LOCAL = Pattern.compile("# Time: (\\d{6} [ \\d]\\d:\\d\\d:\\d\\d)");
  private static final Pattern EPOCH = Pattern.compile("SET timestamp=(\\d+)(.*)");
  private static final DateTimeFormatter LOCAL_FORM =
      DateTimeFormatter.ofPattern("yyMMdd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter ISO_SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private LogTimes() {}

  /** The time of a {@code # Time:} line, in whole seconds. */
  static Optional<Instant> of(String line) {
    if (!line.startsWith("# Time: ")) {
      return Optional.empty();
    }
    Matcher iso = ISO.matcher(line);
    Matcher local = LOCAL.matcher(line);
    if (iso.find()) {
      return Optional.of(Instant.parse(iso.group(1) + "Z"));
    }
    return local.matches() ? Optional.of(local(local.group(1))) : Optional.empty();
  }

  private static Instant local(String text) {
    return LocalDateTime.parse(text.replace("  ", " 0"), LOCAL_FORM).toInstant(ZoneOffset.UTC);
  }

  /** A {@code # Time:} line of MariaDB. */
  static String line(Instant time) {
    return "# Time: " + LOCAL_FORM.format(time.atOffset(ZoneOffset.UTC));
  }

  /** A line of a header with its times moved by whole seconds; statements are not to be given. */
  static String shifted(String line, Duration by) {
    Matcher epoch = EPOCH.matcher(line);
    if (epoch.matches()) {
      return "SET timestamp=" + (Long.parseLong(epoch.group(1)) + by.toSeconds()) + epoch.group(2);
    }
    Matcher local = LOCAL.matcher(line);
    if (local.matches()) {
      return line(local(local.group(1)).plus(by));
    }
    return line.startsWith("# ") ? ISO.matcher(line).replaceAll(match -> iso(match, by)) : line;
  }

  private static String iso(MatchResult match, Duration by) {
    Instant time = Instant.parse(match.group(1) + "Z").plus(by);
    String fraction = Optional.ofNullable(match.group(2)).orElse("");
    return ISO_SECONDS.format(time.atOffset(ZoneOffset.UTC)) + fraction + "Z";
  }
}
