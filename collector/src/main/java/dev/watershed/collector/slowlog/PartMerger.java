package dev.watershed.collector.slowlog;

import dev.watershed.workload.IssueReason;
import java.io.IOException;
import java.util.Optional;

/**
 * Puts the parts of one input together, in order. A part that guessed its start is taken only if
 * the part before it stopped exactly there; otherwise it is read again from there.
 */
final class PartMerger {

  /** Reads a part again from a known event start. */
  interface Again {
    PartResult read(Part part, long start, ReaderState state) throws IOException;
  }

  private final MergedParts merged;
  private final int file;
  private final Again again;
  private ReaderState state = ReaderState.start();
  private long position;
  private long bytes;
  private long events;
  private long issues;
  private Optional<String> damage = Optional.empty();
  private String head = "";
  private boolean anyGroup;

  PartMerger(MergedParts merged, int file, Again again) {
    this.merged = merged;
    this.file = file;
    this.again = again;
  }

  /** Takes the result of the next part. */
  void add(Part part, PartResult result) throws IOException {
    bytes = Math.max(bytes, result.bytes());
    damage = damage.or(result::damage);
    if (part.first()) {
      head = result.head();
    }
    if (!part.first() && position >= part.to()) {
      return;
    }
    boolean fits =
        part.first()
            || result.start() == position
                && state.decidedUntil() <= position
                && (!result.sink().needsCarriedTime() || state.lastMicros() == ReaderState.NO_TIME);
    accept(fits ? result : again.read(part, position, state), part.first());
  }

  private void accept(PartResult result, boolean first) {
    EventSink sink = result.sink();
    merged.add(result.builder(), state.schema(), first);
    if (sink.carriedSchemaEvents() > 0 && !state.schema().isEmpty()) {
      merged.issue(
          IssueReason.INHERITED_SCHEMA,
          sink.carriedSchemaEvents(),
          file,
          sink.firstCarriedSchemaOffset());
    }
    state = state.then(sink.state());
    position = result.stop();
    bytes = Math.max(bytes, result.bytes());
    anyGroup |= sink.anyGroup();
    events += sink.events();
    issues += sink.issues();
  }

  /** Bytes seen, uncompressed. */
  long bytes() {
    return bytes;
  }

  /** Events taken, unweighted. */
  long events() {
    return events;
  }

  /** Places with an issue. */
  long issues() {
    return issues;
  }

  /** Why a compressed input ended early. */
  Optional<String> damage() {
    return damage;
  }

  /** The first bytes of the input. */
  String head() {
    return head;
  }

  /** Whether nothing in the input looks like a slow log, and it is not just blank. */
  boolean foreign() {
    return issues > 0 && !anyGroup;
  }
}
