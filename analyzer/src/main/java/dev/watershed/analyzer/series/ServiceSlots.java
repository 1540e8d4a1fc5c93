package dev.watershed.analyzer.series;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Calls and time of the services of a server in the slots in which any statement ended, in order. A
 * slot is a minute, or wider where the store had to widen them. A statement counts with all of its
 * time in the slot in which it ended.
 */
public final class ServiceSlots {

  private static final double LEAST_COVERED = 0.1;
  private static final long MICROS_PER_MINUTE = 60_000_000L;

  private final MinuteTable minutes;
  private final int widthMinutes;
  private final List<String> services;
  private final int[] serviceOfOrigin;
  private final long[] slots;
  private final long[][] micros;
  private final long[][] calls;
  private final long[][] lockMicros;
  private final long[][] rowsExamined;
  private final long firstMicros;
  private final long lastMicros;

  private ServiceSlots(Workload workload, ServiceMapping mapping) {
    this.minutes = workload.minutes();
    this.widthMinutes = workload.quality().slotMinutes();
    List<String> names =
        workload.origins().stream()
            .map(origin -> mapping.attribute(origin).service().orElse(""))
            .toList();
    this.services = new TreeSet<>(names).stream().filter(name -> !name.isEmpty()).toList();
    this.serviceOfOrigin =
        names.stream()
            .mapToInt(name -> name.isEmpty() ? services.size() : services.indexOf(name))
            .toArray();
    TreeSet<Long> starts = new TreeSet<>();
    for (int row = 0; row < minutes.size(); row++) {
      starts.add(minutes.minute(row));
    }
    this.slots = starts.stream().mapToLong(Long::longValue).toArray();
    this.micros = new long[services.size() + 1][slots.length];
    this.calls = new long[services.size() + 1][slots.length];
    this.lockMicros = new long[services.size() + 1][slots.length];
    this.rowsExamined = new long[services.size() + 1][slots.length];
    for (int row = 0; row < minutes.size(); row++) {
      int slot = slotOf(row);
      int service = serviceOfOrigin[minutes.originIndex(row)];
      micros[service][slot] += minutes.value(row, Measure.TIME_MICROS);
      calls[service][slot] += minutes.value(row, Measure.CALLS);
      lockMicros[service][slot] += minutes.value(row, Measure.LOCK_TIME_MICROS);
      rowsExamined[service][slot] += minutes.value(row, Measure.ROWS_EXAMINED);
    }
    StatementTable statements = workload.statements();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int row = 0; row < statements.size(); row++) {
      first = Math.min(first, statements.value(row, Measure.FIRST_SEEN_MICROS));
      last = Math.max(last, statements.value(row, Measure.LAST_SEEN_MICROS));
    }
    this.firstMicros = first;
    this.lastMicros = last;
  }

  /** The slots of a server's workload. */
  public static ServiceSlots of(Workload workload, ServiceMapping mapping) {
    return new ServiceSlots(workload, mapping);
  }

  /** How many slots have statements. */
  public int size() {
    return slots.length;
  }

  /** The services, by name; {@code services().size()} stands for what no service claims. */
  public List<String> services() {
    return services;
  }

  /** How long a slot is. */
  public Duration width() {
    return Duration.ofMinutes(widthMinutes);
  }

  /** When a slot begins. */
  public Instant start(int slot) {
    return Instant.EPOCH.plus(slots[slot], ChronoUnit.MINUTES);
  }

  /** When a slot begins, in minutes since 1970-01-01T00:00Z. */
  public long minute(int slot) {
    return slots[slot];
  }

  /** Execution time of a service in a slot, in microseconds. */
  public long micros(int service, int slot) {
    return micros[service][slot];
  }

  /** Executions of a service in a slot. */
  public long calls(int service, int slot) {
    return calls[service][slot];
  }

  /** Lock time of a service in a slot, in microseconds: waits for tables, metadata and rows. */
  public long lockMicros(int service, int slot) {
    return lockMicros[service][slot];
  }

  /** Execution time of a service in a slot without its lock time, in microseconds. */
  public long workMicros(int service, int slot) {
    return Math.max(0, micros[service][slot] - lockMicros[service][slot]);
  }

  /** Execution time of all in a slot without lock time, in microseconds. */
  public long workMicros(int slot) {
    long sum = 0;
    for (int service = 0; service <= services.size(); service++) {
      sum += workMicros(service, slot);
    }
    return sum;
  }

  /** Rows that a service examined in a slot; 0 where nobody counted them. */
  public long rowsExamined(int service, int slot) {
    return rowsExamined[service][slot];
  }

  /** Whether rows examined are counted: any statement has some. */
  public boolean rowsKnown() {
    return Arrays.stream(rowsExamined).flatMapToLong(Arrays::stream).anyMatch(rows -> rows > 0);
  }

  /** Execution time of all in a slot, in microseconds. */
  public long micros(int slot) {
    long sum = 0;
    for (long[] of : micros) {
      sum += of[slot];
    }
    return sum;
  }

  /**
   * How much of a slot lies between the first statement and the last, in microseconds; at least a
   * tenth of it, so that a moment does not pass for a peak.
   */
  public double coveredMicros(int slot) {
    double width = (double) widthMinutes * MICROS_PER_MINUTE;
    double from = (double) slots[slot] * MICROS_PER_MINUTE;
    double covered = Math.min(from + width, lastMicros) - Math.max(from, firstMicros);
    return Math.max(LEAST_COVERED * width, Math.min(width, covered));
  }

  /** The latencies of each service, by its index, in the slots that are taken. */
  public List<LatencyHistogram> latencies(IntPredicate slotTaken) {
    List<LatencyHistogram> merged = new ArrayList<>();
    for (int service = 0; service <= services.size(); service++) {
      merged.add(new LatencyHistogram());
    }
    for (int row = 0; row < minutes.size(); row++) {
      if (slotTaken.test(slotOf(row))) {
        merged.get(serviceOfOrigin[minutes.originIndex(row)]).merge(minutes.histogram(row));
      }
    }
    return merged;
  }

  private int slotOf(int row) {
    return Arrays.binarySearch(slots, minutes.minute(row));
  }
}
