package dev.watershed.collector.reference;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of a {@code # Time: } line.
 *
 * @param readable whether it is a time at all
 * @param instant the time, where its zone is known
 * @param secondsOnly whether it has no fraction of a second
 */
record ReferenceTimeLine(boolean readable, Optional<Instant> instant, boolean secondsOnly) {

  private static final Pattern LOCAL =
      Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d) +(\\d{1,2}):(\\d\\d):(\\d\\d)");
  private static final Pattern ZONED =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

  static ReferenceTimeLine of(String text, Optional<ZoneId> zone) {
    String time = text.strip();
    try {
      Matcher zoned = ZONED.matcher(time);
      if (zoned.matches()) {
        Instant instant = OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.MICROS);
        return new ReferenceTimeLine(true, Optional.of(instant), zoned.group(1) == null);
      }
      Matcher local = LOCAL.matcher(time);
      if (local.matches()) {
        LocalDateTime date = local(local);
        return new ReferenceTimeLine(true, zone.map(z -> date.atZone(z).toInstant()), true);
      }
    } catch (DateTimeException e) {
      return unreadable();
    }
    return unreadable();
  }

  private static LocalDateTime local(Matcher local) {
    return LocalDateTime.of(
        2000 + Integer.parseInt(local.group(1)),
        Integer.parseInt(local.group(2)),
        Integer.parseInt(local.group(3)),
        Integer.parseInt(local.group(4)),
        Integer.parseInt(local.group(5)),
        Integer.parseInt(local.group(6)));
  }

  private static ReferenceTimeLine unreadable() {
    return new ReferenceTimeLine(false, Optional.empty(), false);
  }
}
