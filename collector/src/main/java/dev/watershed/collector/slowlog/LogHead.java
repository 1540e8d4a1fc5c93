package dev.watershed.collector.slowlog;

import dev.watershed.workload.Execution;
import dev.watershed.workload.Measure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What the first bytes of a log tell.
 *
 * @param banner whether they are a server's banner: every server writes it when it opens a log
 * @param anyGroup whether the header of an event, or a banner, is among them
 * @param firstMicros the end of the first event with a time, in microseconds since 1970
 */
public record LogHead(boolean banner, boolean anyGroup, OptionalLong firstMicros) {

  /** Looks at the first bytes of a log. */
  public static LogHead of(byte[] bytes, SlowLogOptions options) {
    byte[] padded = Arrays.copyOf(bytes, bytes.length + Words.PADDING);
    boolean banner = GroupFinder.bannerAt(padded, 0, bytes.length);
    GroupFinder finder = new GroupFinder();
    HeaderParser parser = new HeaderParser();
    EventClock clock = new EventClock(options.timeZone());
    Header header = new Header();
    Execution figures = new Execution();
    boolean anyGroup = banner;
    int at = finder.next(padded, 0, bytes.length, true, true);
    while (at < bytes.length) {
      if (finder.kind() == GroupFinder.Kind.GROUP) {
        anyGroup = true;
        parser.parse(padded, at, bytes.length, true, header, figures);
        long micros = clock.endMicros(header, figures.value(Measure.TIME_MICROS));
        if (micros != ReaderState.NO_TIME) {
          return new LogHead(banner, true, OptionalLong.of(micros));
        }
      }
      at = finder.next(padded, at, bytes.length, true, false);
    }
    return new LogHead(banner, anyGroup, OptionalLong.empty());
  }

  /** What a file that is no log looks like, "; it looks like JSON"; empty where nothing tells. */
  public static String looks(byte[] head) {
    return ForeignLog.looks(new String(head, StandardCharsets.ISO_8859_1));
  }

  /** A message about a file in which there is no event: what it is, and where the slow log is. */
  public static String foreign(String name, byte[] head) {
    return ForeignLog.describe(name, new String(head, StandardCharsets.ISO_8859_1));
  }
}
