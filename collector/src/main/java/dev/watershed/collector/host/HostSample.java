package dev.watershed.collector.host;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A row of a host's metrics.
 *
 * @param time when its span ended, to the microsecond
 * @param cpuPercent how busy all processors together were, 0 to 100
 * @param readBytes read from disks since the row before
 * @param writtenBytes written to disks since the row before
 */
public record HostSample(
    Instant time, OptionalDouble cpuPercent, OptionalLong readBytes, OptionalLong writtenBytes) {

  public HostSample {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(cpuPercent, "cpuPercent");
    Objects.requireNonNull(readBytes, "readBytes");
    Objects.requireNonNull(writtenBytes, "writtenBytes");
  }
}
