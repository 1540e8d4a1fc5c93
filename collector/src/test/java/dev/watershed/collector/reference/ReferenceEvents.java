package dev.watershed.collector.reference;

import dev.watershed.workload.IssueReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns groups into events, with the state of the file: schema and time. */
final class ReferenceEvents {

  private static final long ALWAYS_WRITTEN_MICROS = 10_000_000;
  private static final Pattern THROTTLE =
      Pattern.compile("throttle:\\s*(\\d{1,18}) 'index not used' warning\\(s\\) suppressed.*");
  private static final Pattern ADMINISTRATOR =
      Pattern.compile("# administrator command: ([^;\\n]*).*", Pattern.DOTALL);

  private final ReferenceLines lines;
  private final byte[] log;
  private final ReferenceOptions options;
  private final List<ReferenceEvent> events = new ArrayList<>();
  private final List<ReferenceIssue> issues = new ArrayList<>();
  private String schema = "";
  private Optional<Instant> last = Optional.empty();

  ReferenceEvents(ReferenceLines lines, byte[] log, ReferenceOptions options) {
    this.lines = lines;
    this.log = log;
    this.options = options;
  }

  List<ReferenceEvent> events() {
    return events;
  }

  List<ReferenceIssue> issues() {
    return issues;
  }

  void issue(IssueReason reason, int offset, long count) {
    issues.add(new ReferenceIssue(reason, offset, count));
  }

  void restart() {
    schema = "";
  }

  /** The end of the last event, for the comparison with groups inside a literal. */
  Optional<ReferenceGroupTime> lastTime() {
    return last.map(instant -> new ReferenceGroupTime(instant, false));
  }

  /**
   * Adds the event of a group, if it is one. The group moves the state of the file in any case.
   *
   * @return whether it is an event
   */
  boolean add(ReferenceHeader header, int end) {
    ReferenceFields fields = new ReferenceFields(header);
    Optional<String> stated = header.use().or(fields::schema);
    schema = stated.orElse(schema);
    boolean unreadable = fields.unreadable();
    last = endOf(header, fields).or(() -> last);

    byte[] statement = statement(header.end(), end);
    String text = lines.slice(header.end(), header.end() + statement.length);
    Matcher throttle = THROTTLE.matcher(text);
    if (lines.blank(header.end(), header.end() + statement.length)) {
      issue(IssueReason.NO_STATEMENT, header.start(), 1);
    } else if (throttle.matches()) {
      throttled(header, Long.parseLong(throttle.group(1)));
    } else if (unreadable) {
      issue(IssueReason.UNREADABLE_METRIC, header.start(), 1);
    } else {
      addEvent(header, fields, stated.isEmpty() && !schema.isEmpty(), statement, text);
      return true;
    }
    return false;
  }

  private void throttled(ReferenceHeader header, long count) {
    if (count > 0) {
      issue(IssueReason.THROTTLED, header.start(), count);
    }
  }

  private void addEvent(
      ReferenceHeader header,
      ReferenceFields fields,
      boolean inherited,
      byte[] statement,
      String text) {
    if (header.user().isEmpty()) {
      issue(IssueReason.NO_USER, header.start(), 1);
    }
    if (last.isEmpty()) {
      issue(IssueReason.UNKNOWN_TIME, header.start(), 1);
    }
    if (inherited) {
      issue(IssueReason.INHERITED_SCHEMA, header.start(), 1);
    }
    ReferenceAccount account =
        header.user().map(ReferenceAccount::of).orElse(ReferenceAccount.NONE);
    String address = account.address().isEmpty() ? fields.client() : account.address();
    long queryTime = fields.micros("Query_time");
    Matcher administrator = ADMINISTRATOR.matcher(text);
    events.add(
        new ReferenceEvent(
            header.start(),
            last,
            account.user(),
            account.host(),
            address,
            schema,
            inherited,
            queryTime,
            fields.micros("Lock_time"),
            fields.count("Rows_sent"),
            fields.count("Rows_examined"),
            fields.metrics(),
            weight(fields, queryTime),
            administrator.matches()
                ? Optional.of(administrator.group(1).strip())
                : Optional.empty(),
            statement));
  }

  private long weight(ReferenceFields fields, long queryTimeMicros) {
    if (fields.rateLimit().isPresent()) {
      return queryTimeMicros > ALWAYS_WRITTEN_MICROS ? 1 : fields.rateLimit().getAsLong();
    }
    return options.sampleRate().orElse(1);
  }

  /** The end of the statement by the group's own lines. */
  private Optional<Instant> endOf(ReferenceHeader header, ReferenceFields fields) {
    Optional<ReferenceTimeLine> line =
        header.time().map(text -> ReferenceTimeLine.of(text, options.timeZone()));
    if (line.isPresent() && !line.get().readable()) {
      issue(IssueReason.UNREADABLE_TIME, header.start(), 1);
    }
    Optional<Instant> own = line.flatMap(ReferenceTimeLine::instant);
    if (own.isPresent()) {
      return own;
    }
    Optional<Instant> end = fields.end().flatMap(ReferenceTimeLine::instant);
    if (end.isPresent()) {
      return end;
    }
    if (header.timestampSeconds().isEmpty()) {
      if (line.isPresent() && line.get().readable()) {
        issue(IssueReason.UNKNOWN_ZONE, header.start(), 1);
      }
      return Optional.empty();
    }
    Instant timestamp = Instant.ofEpochSecond(header.timestampSeconds().getAsLong());
    long sinceStart = header.mariaDb() ? fields.micros("Query_time") : 0;
    return Optional.of(timestamp.plus(sinceStart, ChronoUnit.MICROS));
  }

  /** The bytes of a text without the white space at its end and one {@code ;}. */
  private byte[] statement(int from, int to) {
    int end = lines.trimmedEnd(from, to);
    return Arrays.copyOfRange(log, from, lines.complete(from, to) ? end - 1 : end);
  }
}
