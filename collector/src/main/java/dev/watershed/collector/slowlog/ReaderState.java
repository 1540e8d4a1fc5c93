package dev.watershed.collector.slowlog;

import java.util.Objects;

/**
 * What an event takes over from the ones before it in its file.
 *
 * @param schema the schema in force; empty when there is none
 * @param lastMicros the end of the last event with a time; {@link #NO_TIME} when there is none
 * @param decidedUntil the offset before which groups inside literals are known to be text
 * @param carried whether nobody has read up to here yet, so that neither is known
 */
record ReaderState(String schema, long lastMicros, long decidedUntil, boolean carried) {

  static final long NO_TIME = Long.MIN_VALUE;

  ReaderState {
    Objects.requireNonNull(schema, "schema");
  }

  /** At the start of a file. */
  static ReaderState start() {
    return new ReaderState("", NO_TIME, 0, false);
  }

  /** At a place inside a file that nobody has read up to yet. */
  static ReaderState unknown() {
    return new ReaderState("", NO_TIME, 0, true);
  }

  /** This state where a later one, of a part that began with nothing known, says more. */
  ReaderState then(ReaderState later) {
    return new ReaderState(
        later.carried ? schema : later.schema,
        later.lastMicros == NO_TIME ? lastMicros : later.lastMicros,
        Math.max(decidedUntil, later.decidedUntil),
        carried && later.carried);
  }
}
