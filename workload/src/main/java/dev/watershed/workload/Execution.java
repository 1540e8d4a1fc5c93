package dev.watershed.workload;

/**
 * One execution on its way into a {@link WorkloadBuilder}: a carrier that the reader of a source
 * fills again and again, so that reading allocates nothing per event.
 */
public final class Execution {

  private final long[] figures = new long[Measure.values().length];
  private int textIndex;
  private int schemaIndex;
  private int originIndex;
  private long weight;

  /** Forgets all figures; one execution of weight 1 at an unknown time. */
  public void clear() {
    java.util.Arrays.fill(figures, 0);
    figures[Measure.CALLS.ordinal()] = 1;
    figures[Measure.EVENTS_READ.ordinal()] = 1;
    figures[Measure.FIRST_SEEN_MICROS.ordinal()] = Long.MAX_VALUE;
    figures[Measure.LAST_SEEN_MICROS.ordinal()] = Long.MIN_VALUE;
    weight = 1;
  }

  /** Sets a summed figure. */
  public void set(Measure measure, long value) {
    figures[measure.ordinal()] = value;
  }

  /** Sets the execution time: its sum, squares and extremes. */
  public void timeMicros(long micros) {
    figures[Measure.TIME_MICROS.ordinal()] = micros;
    figures[Measure.TIME_MICROS_MIN.ordinal()] = micros;
    figures[Measure.TIME_MICROS_MAX.ordinal()] = micros;
    long low = micros * micros;
    long high = Math.multiplyHigh(micros, micros);
    figures[Measure.TIME_SQUARE_LOW.ordinal()] = low & 0xFFFFFFFFL;
    figures[Measure.TIME_SQUARE_HIGH.ordinal()] = low >>> 32 | high << 32;
  }

  /** Sets when the execution ended, in microseconds since 1970. */
  public void endedAtMicros(long micros) {
    figures[Measure.FIRST_SEEN_MICROS.ordinal()] = micros;
    figures[Measure.LAST_SEEN_MICROS.ordinal()] = micros;
  }

  /** Whether the time of the execution is known. */
  public boolean timed() {
    return figures[Measure.LAST_SEEN_MICROS.ordinal()] != Long.MIN_VALUE;
  }

  /** Sets how many executions this event stands for. */
  public void weight(long executions) {
    weight = executions;
  }

  /** Sets the keys, as the builder gave them. */
  public void keys(int text, int schema, int origin) {
    textIndex = text;
    schemaIndex = schema;
    originIndex = origin;
  }

  /** A figure. */
  public long value(Measure measure) {
    return figures[measure.ordinal()];
  }

  long[] figures() {
    return figures;
  }

  int textIndex() {
    return textIndex;
  }

  int schemaIndex() {
    return schemaIndex;
  }

  int originIndex() {
    return originIndex;
  }

  /** How many executions this event stands for. */
  public long weight() {
    return weight;
  }
}
