package dev.watershed.collector.slowlog;

import dev.watershed.workload.Execution;
import dev.watershed.workload.Measure;
import java.time.Duration;

/**
 * Cuts a log where a time slot begins: 15 minutes of UTC, of the events' ends. The threads of a
 * server do not quite write in the order of these, so that an event that is late by a little stays
 * with its neighbours; one that is late by more means that the clock was set back, and opens its
 * slot again. An event without a time stays with its neighbours.
 */
final class SlotCut implements WindowCut {

  static final long SLOT_MICROS = Duration.ofMinutes(15).toMillis() * 1_000;

  /** How late an event may be and stay in a later slot. */
  static final long LATE_MICROS = Duration.ofMinutes(1).toMillis() * 1_000;

  private final EventClock clock;
  private long slotMicros;
  private long nextMicros;

  /**
   * @param slotMicros where the slot begins; {@link ReaderState#NO_TIME} when the first event with
   *     a time decides
   */
  SlotCut(EventClock clock, long slotMicros) {
    this.clock = clock;
    this.slotMicros = slotMicros;
    this.nextMicros = slotMicros;
  }

  @Override
  public boolean before(Header header, Execution figures) {
    long micros = clock.endMicros(header, figures.value(Measure.TIME_MICROS));
    if (micros == ReaderState.NO_TIME) {
      return false;
    }
    long slot = Math.floorDiv(micros, SLOT_MICROS) * SLOT_MICROS;
    if (slotMicros == ReaderState.NO_TIME) {
      slotMicros = slot;
    }
    boolean late = slot < slotMicros && micros >= slotMicros - LATE_MICROS;
    nextMicros = late ? slotMicros : slot;
    return nextMicros != slotMicros;
  }

  /** Where the slot begins; {@link ReaderState#NO_TIME} while no event had a time. */
  long slotMicros() {
    return slotMicros;
  }

  /** Goes over to the slot of the event before which the window ended. */
  void next() {
    slotMicros = nextMicros;
  }
}
