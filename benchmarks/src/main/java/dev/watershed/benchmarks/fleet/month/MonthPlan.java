package dev.watershed.benchmarks.fleet.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Which slices of a capture are played when.
 *
 * @param start the first day
 * @param days how many
 * @param slices in how many parts of equal time the capture is cut
 * @param deploymentSlice the first slice after the deployment
 * @param partsPerHour how many slices the busiest hour has
 */
record MonthPlan(LocalDate start, int days, int slices, int deploymentSlice, int partsPerHour) {

  MonthPlan {
    boolean cut = deploymentSlice > 0 && deploymentSlice < slices;
    if (days < 1 || !cut || partsPerHour < 1) {
      throw new IllegalArgumentException("days, slices or parts: " + days + ", " + partsPerHour);
    }
  }

  /**
   * A slice that is played.
   *
   * @param slice which one
   * @param at when its first second is
   */
  record Part(int slice, Instant at) {}

  /**
   * The parts of a day, in order. The first half of the month has the slices before the deployment
   * of the capture, the second half those after it; each starts where the hour before it ended.
   */
  List<Part> parts(int day) {
    int from = day < (days + 1) / 2 ? 0 : deploymentSlice;
    int until = day < (days + 1) / 2 ? deploymentSlice : slices;
    Instant midnight = start.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Part> parts = new ArrayList<>();
    int next = day * 7;
    for (int hour = 0; hour < 24; hour++) {
      int count = DayCurve.parts(hour, partsPerHour);
      for (int i = 0; i < count; i++) {
        Instant at = midnight.plus(Duration.ofHours(hour)).plusSeconds(3_600L * i / count);
        parts.add(new Part(from + next++ % (until - from), at));
      }
    }
    return parts;
  }
}
