package dev.watershed.collector.server.doctor;

import java.util.List;

/** The checks, in the order in which their complaints are read. */
public final class Checks {

  private Checks() {}

  /** All of them. */
  public static List<Check> all() {
    return List.of(
        new PerformanceSchemaCheck(),
        new PerformanceSchemaGrantCheck(),
        new ConsumerCheck(),
        new InstrumentCheck(),
        new DigestTableCheck(),
        new DigestLengthCheck(),
        new ProcessGrantCheck(),
        new CatalogGrantCheck(),
        new CodeGrantCheck(),
        new InnodbStatisticsGrantCheck(),
        new InnodbStatisticsCheck(),
        new SlowLogCheck(),
        new SlowLogTableCheck(),
        new ClockCheck(),
        new EncryptionCheck(),
        new VersionCheck());
  }
}
