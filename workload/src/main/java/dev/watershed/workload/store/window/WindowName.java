package dev.watershed.workload.store.window;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
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
  private static final Pattern SEPARATOR = Pattern.compile("-");
  private static final String SUFFIX = ".window";
  private static final int TIME_LENGTH = 16;
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
    String[] parts = SEPARATOR.split(fileName, -1);
    if (parts.length != 4 || !parts[3].endsWith(SUFFIX)) {
      return Optional.empty();
    }
    try {
      WindowLevel level = WindowLevel.of(parts[1]).orElseThrow();
      long sequence = Long.parseLong(parts[3], 0, parts[3].length() - SUFFIX.length(), 10);
      WindowName name = new WindowName(server, parts[2], level, instant(parts[0]), sequence);
      return Optional.of(name).filter(found -> found.fileName().equals(fileName));
    } catch (DateTimeException | NoSuchElementException | IllegalArgumentException otherFile) {
      return Optional.empty();
    }
  }

  /** A time such as 20261123T101500Z; what is between the digits is for the caller to compare. */
  private static Instant instant(String text) {
    if (text.length() != TIME_LENGTH) {
      throw new DateTimeException(text);
    }
    long seconds =
        LocalDateTime.of(
                Integer.parseInt(text, 0, 4, 10),
                Integer.parseInt(text, 4, 6, 10),
                Integer.parseInt(text, 6, 8, 10),
                Integer.parseInt(text, 9, 11, 10),
                Integer.parseInt(text, 11, 13, 10),
                Integer.parseInt(text, 13, 15, 10))
            .toEpochSecond(ZoneOffset.UTC);
    return Instant.ofEpochSecond(seconds);
  }

  @Override
  public int compareTo(WindowName other) {
    return ORDER.compare(this, other);
  }
}
