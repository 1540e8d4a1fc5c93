package dev.watershed.reports.review.summary;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.ServiceNames;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.PageWords;
import java.util.List;

/** The load by service; where counters show servers, what samples say of it, with intervals. */
public final class ServiceBars {

  private static final int MOST = 10;

  private ServiceBars() {}

  public static Block of(ReviewFacts facts, PageWords words) {
    FleetLoad load = facts.span().services();
    return load.estimated()
        ? new Block.Bars(words.text("summary.services"), estimated(load), note(load, words))
        : new Block.Bars(
            words.text("summary.services"),
            exact(facts.span().ranking()),
            facts.owner().isPresent()
                ? words.text("summary.services.owner")
                : rest(facts.span().ranking(), words));
  }

  private static List<Block.Bars.Bar> exact(WorkloadFacts ranking) {
    double most =
        ranking.services().stream().mapToLong(each -> each.figures().timeMicros()).max().orElse(1);
    return ranking.services().stream()
        .filter(each -> each.service().known())
        .limit(MOST)
        .map(each -> exact(each, Math.max(1, most)))
        .toList();
  }

  private static Block.Bars.Bar exact(ServiceLoad load, double most) {
    String name = VisibleText.of(load.service().name());
    return new Block.Bars.Bar(
        name,
        CellText.address("service", name),
        load.figures().timeMicros() / most,
        load.share().isPresent() ? Units.percent(load.share().getAsDouble()) : Units.UNKNOWN,
        Units.micros(load.figures().timeMicros()));
  }

  private static String rest(WorkloadFacts ranking, PageWords words) {
    long more = Math.max(0, ranking.serviceCount() - MOST);
    return words.text(
        "summary.services.rest",
        more,
        ranking.quality().unattributedShare().isPresent()
            ? Units.percent(ranking.quality().unattributedShare().getAsDouble())
            : Units.UNKNOWN);
  }

  private static List<Block.Bars.Bar> estimated(FleetLoad load) {
    double most =
        load.services().stream().mapToDouble(part -> part.micros().estimate()).max().orElse(1);
    double total = Math.max(1, load.totalMicros());
    return load.services().stream()
        .filter(part -> part.service().attributed() && part.micros().estimate() > 0)
        .limit(MOST)
        .map(part -> estimated(part, Math.max(1, most), total))
        .toList();
  }

  private static Block.Bars.Bar estimated(FleetLoad.Part part, double most, double total) {
    String name = VisibleText.of(ServiceNames.of(part.service()).orElseThrow());
    return new Block.Bars.Bar(
        name,
        CellText.address("service", name),
        part.micros().estimate() / most,
        Units.percent(part.micros().estimate() / total),
        Units.micros(part.micros().low()) + " – " + Units.micros(part.micros().high()));
  }

  private static String note(FleetLoad load, PageWords words) {
    return words.text(
        "summary.services.estimated",
        Units.grouped(load.samples()),
        load.unclaimedShare().isPresent()
            ? Units.percent(load.unclaimedShare().getAsDouble())
            : Units.UNKNOWN);
  }
}
