package dev.watershed.workload;

import java.util.Arrays;

/** Why a place of a source could not be taken as it stands. */
public enum IssueReason {
  TRUNCATED_START("truncated start", "bytes before the first event of the file, skipped"),
  TRUNCATED_END("truncated end", "the file ends inside an event"),
  TRUNCATED_ARCHIVE("truncated archive", "a compressed file ends early or is damaged"),
  THROTTLED("throttled", "statements that the server did not log (index-not-used throttle)"),
  INHERITED_SCHEMA("inherited schema", "the schema was carried over from an earlier event"),
  NO_STATEMENT("no statement", "a header without a statement"),
  NO_USER("no user", "an event without a user line"),
  UNREADABLE_TIME("unreadable time", "a time line that is no time"),
  UNREADABLE_METRIC("unreadable metric", "a figure that is no number; the event is not counted"),
  UNKNOWN_TIME("unknown time", "no time line before the event; it is in no minute"),
  UNKNOWN_ZONE("unknown time zone", "a local time without a zone (--time-zone gives it)"),
  UNTERMINATED_LITERAL("unterminated literal", "a literal never closed; cut at the next event"),
  EVENT_IN_LITERAL("event in literal", "a literal holds what looks like an event; taken as text"),
  SUSPENDED_LITERAL("literal across events", "two open literals; the events between are counted"),
  LONG_STATEMENT("long statement", "a fingerprint whose text was cut"),
  RESTART("server restart", "the server was restarted inside the file"),
  UNREADABLE_LINES("unreadable lines", "lines that belong to no event, skipped"),
  POSSIBLE_GAP("possible gap", "a log that was emptied or lost; events may be missing"),
  NO_TRANSACTIONS("no transactions", "statements whose transaction the log cannot tell"),
  UNKNOWN_TRANSACTION("unknown transaction", "the end of a transaction whose start was not seen"),
  COUNTERS_RESET("counters reset", "counters that were set back; what ran just before is missing"),
  TABLE_COUNTERS_RESET(
      "table counters reset", "tables and indexes set back or dropped; their last use is missing"),
  LUMPED_BY_SERVER("lumped by the server", "executions without a digest: its digest table is full"),
  HIDDEN_BY_SERVER(
      "hidden by the server", "executions of prepared statements without their digest"),
  HISTOGRAMS_MISSING(
      "histograms missing", "executions in no histogram: the server took too long to give it"),
  OWN_STATEMENTS("own statements", "executions of Watershed itself, left out"),
  FAILED_LOOK("failed look", "a server that did not answer; what ran shows at the next answer"),
  OTHER_SERVER("other server", "another server answered; what ran in between is missing"),
  CLOCK_DIFFERS(
      "clock differs", "a clock is wrong; times of servers were corrected, others left out"),
  ROLE_DIFFERS("role differs", "the server takes writes and is a replica, or the other way round"),
  OTHER("other", "a reason that only a newer version of Watershed knows");

  private final String key;
  private final String description;

  IssueReason(String key, String description) {
    this.key = key;
    this.description = description;
  }

  /** The reason of a name that some version wrote. */
  public static IssueReason of(String key) {
    return Arrays.stream(values())
        .filter(reason -> reason.key.equals(key))
        .findFirst()
        .orElse(OTHER);
  }

  /** Whether its count is one of executions that nobody can look at any more. */
  public boolean losesExecutions() {
    return this == THROTTLED
        || this == UNREADABLE_METRIC
        || this == LUMPED_BY_SERVER
        || this == HIDDEN_BY_SERVER;
  }

  /** The name in reports, stable from version to version. */
  public String key() {
    return key;
  }

  /** One line that says what happened. */
  public String description() {
    return description;
  }
}
