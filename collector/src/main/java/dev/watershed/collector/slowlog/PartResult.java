package dev.watershed.collector.slowlog;

import dev.watershed.workload.WorkloadBuilder;
import java.util.Optional;

/**
 * What one part gave.
 *
 * @param start the offset at which reading began; −1 when the part holds no start of a full group
 * @param stop the offset of the first event behind the part
 * @param bytes bytes from the start of the input to the end of what was seen
 * @param sink the counts and the state behind the last event
 * @param damage why a compressed input ended early
 * @param head the first bytes of the input, a character each, where the part begins there
 */
record PartResult(
    long start,
    long stop,
    long bytes,
    WorkloadBuilder builder,
    EventSink sink,
    Optional<String> damage,
    String head) {

  PartResult withDamage(Optional<String> reason) {
    return new PartResult(start, stop, bytes, builder, sink, reason, head);
  }
}
