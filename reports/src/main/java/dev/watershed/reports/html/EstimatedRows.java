package dev.watershed.reports.html;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.attribution.Interval;
import dev.watershed.reports.ServiceNames;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.List;

/** The load by service where it is an estimate: a bar each, and its interval over it. */
final class EstimatedRows {

  private static final int MOST = 12;

  private EstimatedRows() {}

  /** Whether there is anything to say of a service. */
  static boolean seen(FleetLoad.Part part) {
    return part.service().attributed() && part.micros().estimate() > 0;
  }

  static List<ServiceRow> of(FleetLoad load) {
    double most =
        load.services().stream().mapToDouble(part -> part.micros().high()).max().orElse(1);
    return load.services().stream()
        .filter(EstimatedRows::seen)
        .limit(MOST)
        .map(part -> row(part, Math.max(1, load.totalMicros()), Math.max(1, most)))
        .toList();
  }

  private static ServiceRow row(FleetLoad.Part part, long total, double most) {
    Interval micros = part.micros();
    double low = 100 * micros.low() / most;
    Svg bar =
        new Svg("share", 100, 8, true)
            .rectangle("bar", 0, 0, 100 * micros.estimate() / most, 8)
            .rectangle("interval", low, 3, Math.max(0.5, 100 * micros.high() / most - low), 2);
    return new ServiceRow(
        VisibleText.of(ServiceNames.of(part.service()).orElse(ServiceNames.UNATTRIBUTED)),
        true,
        Units.percent(micros.estimate() / total),
        Units.micros(micros.low()) + " – " + Units.micros(micros.high()),
        Units.UNKNOWN,
        bar.markup(),
        "");
  }

  static String note(FleetLoad load) {
    long more = Math.max(0, load.services().stream().filter(EstimatedRows::seen).count() - MOST);
    return (more == 0 ? "" : more + (more == 1 ? " more service. " : " more services. "))
        + "Unattributed: about "
        + (load.unclaimedShare().isPresent()
            ? Units.percent(load.unclaimedShare().getAsDouble())
            : Units.UNKNOWN)
        + " of the time. Estimated by "
        + Units.counted(load.samples(), "sample")
        + " of running statements; lines and times are intervals of 95%.";
  }
}
