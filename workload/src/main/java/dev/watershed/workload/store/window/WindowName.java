package dev.watershed.workload.store.window;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a window is of. Two windows of one name are the same window: whoever writes it again changes
 * nothing, and it cannot be counted twice.
 *
 * @param server the server's name in the configuration
 * @param source what was read, such as {@code slowlog}: lower-case letters and digits
 * @param start when it begins; a multiple of the level's length
 * @param sequence tells the windows of one span apart, which is sealed in parts when a collector
 *     runs more than once in it. For a slot the number of the run ({@link Seal}).
 */
public record WindowName(
    String server, String source, WindowLevel level, Instant start, long sequence)
    implements Comparable<WindowName> {

  private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9]{0,19}");
  private static final Pattern FILE =
      Pattern.compile("(\\d{8}T\\d{6}Z)-([a-z]+)-([a-z][a-z0-9]{0,19})-(\\d{1,18})\\.window");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Comparator<WindowName> ORDER =
      Comparator.comparing(WindowName::server)
          .thenComparing(WindowName::source)
          .thenComparing(WindowName::start)
          .thenComparing(WindowName::sequence)
          .thenComparing(WindowName::level);

  public WindowName {
    Objects.requireNonNull(level, "level");
    if (server.isEmpty()) {
      throw new IllegalArgumentException("a window needs a server");
    }
    if (!SOURCE.matcher(source).matches()) {
      throw new IllegalArgumentException("not the name of a source: " + source);
    }
    if (!level.startOf(start).equals(start)) {
      throw new IllegalArgumentException("no " + level.key() + " begins at " + start);
    }
    if (sequence < 0) {
      throw new IllegalArgumentException("negative sequence: " + sequence);
    }
  }

  /** The end of the span, exclusive. */
  public Instant end() {
    return start.plus(level.length());
  }

  /** The name of the file in the server's folder. */
  public String fileName() {
    return TIME.format(start) + "-" + level.key() + "-" + source + "-" + sequence + ".window";
  }

  /** The name that a file of a server's folder says; empty if it is no window's. */
  public static Optional<WindowName> of(String server, String fileName) {
    Matcher matcher = FILE.matcher(fileName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Instant start = TIME.parse(matcher.group(1), Instant::from);
      long sequence = Long.parseLong(matcher.group(4));
      return WindowLevel.of(matcher.group(2))
          .filter(level -> level.startOf(start).equals(start))
          .map(level -> new WindowName(server, matcher.group(3), level, start, sequence));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(WindowName other) {
    return ORDER.compare(this, other);
  }
}
