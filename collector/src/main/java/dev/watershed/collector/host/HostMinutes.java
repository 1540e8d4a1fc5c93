package dev.watershed.collector.host;

import dev.watershed.collector.server.SampleSpan;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.util.Collection;

/**
 * From rows of a host's metrics to figures of minutes; a row belongs to the minute that its span
 * ended in, as that of any sample does.
 */
public final class HostMinutes {

  private static final double MILLI = 1_000;

  private HostMinutes() {}

  /** Adds rows. The host has no identity of a server: several processes may run on it in turn. */
  public static void add(
      Collection<HostSample> samples, ObservationRows<ServerMinutes.Key, Figure> minutes) {
    for (HostSample sample : samples) {
      long minute = SampleSpan.minuteOf(sample.time());
      ServerMinutes.Key key = new ServerMinutes.Key("", minute);
      sample
          .cpuPercent()
          .ifPresent(
              percent -> {
                long millis = Math.round(percent * MILLI);
                minutes.add(key, Figure.HOST_SAMPLES, 1);
                minutes.add(key, Figure.HOST_CPU_MILLIPERCENT_SUM, millis);
                minutes.add(key, Figure.HOST_CPU_MILLIPERCENT_MAX, millis);
              });
      sample.readBytes().ifPresent(bytes -> minutes.add(key, Figure.HOST_READ_BYTES, bytes));
      sample.writtenBytes().ifPresent(bytes -> minutes.add(key, Figure.HOST_WRITTEN_BYTES, bytes));
    }
  }
}
