package dev.watershed.collector.transaction;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.workload.DigestSet;
import dev.watershed.workload.Origin;
import dev.watershed.workload.TransactionOutcome;

/** A transaction that has not ended yet: its statements so far. */
final class OpenTransaction {

  private final DigestSet digests = new DigestSet();
  private Origin origin = Origin.LUMPED;
  private boolean prepared;
  private long statements;
  private long statementTimeMicros;
  private long startMicros = TransactionEvent.NO_TIME;
  private long endMicros = TransactionEvent.NO_TIME;

  /** Takes in a statement. */
  void add(TransactionEvent event) {
    if (statements == 0) {
      origin = event.origin();
    }
    digests.add(event.digest());
    statements++;
    statementTimeMicros += event.timeMicros();
    if (event.endMicros() != TransactionEvent.NO_TIME) {
      long start = event.endMicros() - event.timeMicros();
      startMicros = startMicros == TransactionEvent.NO_TIME ? start : Math.min(startMicros, start);
      endMicros = Math.max(endMicros, event.endMicros());
    }
  }

  /** From now on another connection may end it. */
  void prepare() {
    prepared = true;
  }

  boolean prepared() {
    return prepared;
  }

  /** Reports it, unless nothing ran in it. */
  void end(TransactionOutcome outcome, TransactionListener listener) {
    if (statements > 0) {
      boolean timed = startMicros != TransactionEvent.NO_TIME;
      listener.ended(
          digests.toTransactionClass(),
          origin,
          outcome,
          statements,
          statementTimeMicros,
          timed ? endMicros - startMicros : statementTimeMicros);
    }
  }

  void write(ByteWriter writer, OriginTable origins) {
    writer.flag(prepared).number(statements);
    if (statements == 0) {
      return;
    }
    writer.number(origins.indexOf(origin)).number(statementTimeMicros);
    writer.flag(startMicros != TransactionEvent.NO_TIME);
    if (startMicros != TransactionEvent.NO_TIME) {
      writer.signed(startMicros).number(endMicros - startMicros);
    }
    long[] sorted = digests.toSortedArray();
    writer.flag(digests.truncated()).number(sorted.length);
    for (long digest : sorted) {
      writer.fixed(digest);
    }
  }

  static OpenTransaction read(ByteReader reader, OriginTable origins) throws DamagedBytesException {
    OpenTransaction open = new OpenTransaction();
    open.prepared = reader.flag();
    open.statements = reader.number();
    if (open.statements == 0) {
      return open;
    }
    open.origin = origins.origin(reader.number());
    open.statementTimeMicros = reader.number();
    if (reader.flag()) {
      open.startMicros = reader.signed();
      open.endMicros = open.startMicros + reader.number();
    }
    boolean truncated = reader.flag();
    int count = reader.count(Long.BYTES);
    for (int i = 0; i < count; i++) {
      open.digests.add(reader.fixed());
    }
    if (truncated) {
      open.digests.truncate();
    }
    if (open.statements < 0 || open.digests.size() != count || count == 0) {
      throw new DamagedBytesException("an open transaction of " + count + " digests");
    }
    return open;
  }
}
