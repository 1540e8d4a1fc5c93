package dev.watershed.collector.slowlog;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What the reading of a log has to know to go on inside it as if it had never stopped.
 *
 * @param schema the schema in force; empty when there is none
 * @param lastMicros the end of the last event with a time, in microseconds since 1970
 * @param decidedUntil the offset before which groups inside literals are known to be text
 * @param slotMicros where the time slot of the last event begins
 * @param transactions the open transactions, as {@link
 *     dev.watershed.collector.transaction.TransactionTracker} writes them
 */
public record CarriedState(
    String schema,
    OptionalLong lastMicros,
    long decidedUntil,
    OptionalLong slotMicros,
    byte[] transactions) {

  private static final byte[] NO_TRANSACTIONS = {0, 0};

  public CarriedState {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(lastMicros, "lastMicros");
    Objects.requireNonNull(slotMicros, "slotMicros");
    transactions = transactions.clone();
    if (decidedUntil < 0) {
      throw new IllegalArgumentException("decidedUntil " + decidedUntil);
    }
  }

  /** Before the first event of a server. */
  public static CarriedState start() {
    return new CarriedState("", OptionalLong.empty(), 0, OptionalLong.empty(), NO_TRANSACTIONS);
  }

  /** The same with another schema in force. */
  public CarriedState withSchema(String other) {
    return new CarriedState(other, lastMicros, decidedUntil, slotMicros, transactions);
  }

  @Override
  public byte[] transactions() {
    return transactions.clone();
  }

  ReaderState readerState() {
    return new ReaderState(schema, lastMicros.orElse(ReaderState.NO_TIME), decidedUntil, false);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CarriedState that
        && schema.equals(that.schema)
        && lastMicros.equals(that.lastMicros)
        && decidedUntil == that.decidedUntil
        && slotMicros.equals(that.slotMicros)
        && Arrays.equals(transactions, that.transactions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        schema, lastMicros, decidedUntil, slotMicros, Arrays.hashCode(transactions));
  }
}
