package dev.watershed.reports.text;

import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.capacity.Together;
import dev.watershed.analyzer.cost.Money;
import dev.watershed.analyzer.cost.ServerBill;
import dev.watershed.analyzer.cost.ServiceCost;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.analyzer.neighbour.SlowedService;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The answer of {@code analyze --neighbours} for a terminal. */
public final class NeighboursText {

  private static final String INDENT = "  ";
  private static final String DEEP = "      ";
  private static final int MOST_LINES = 6;
  private static final int NAME = 28;
  private static final int FIGURE = 20;

  private final TextOptions options;
  private final Style style;
  private final int limit;
  private final StringBuilder text = new StringBuilder(4_096);

  /**
   * @param limit how many of each list are shown; 0 for all
   */
  public NeighboursText(TextOptions options, int limit) {
    this.options = options;
    this.style = options.style();
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** The whole answer; ends with a line break. */
  public String render(FleetUse use) {
    text.append(style.bold("noisy neighbours (" + use.neighbours().size() + ")")).append('\n');
    line(
        INDENT,
        (use.neighbours().isEmpty()
                ? "nobody was seen beside whom others took longer for their work"
                : "others took longer for their work while these were loud")
            + "; waits for locks are left out: --coupling shows who makes whom wait");
    use.neighbours().stream().limit(limit).forEach(this::loud);
    more(use.neighbours().size());
    if (!use.takers().isEmpty()) {
      text.append('\n')
          .append(style.bold("take most of a server for a while (" + use.takers().size() + ")"))
          .append('\n');
      line(INDENT, "nobody was shown to be slower then: not noisy, as far as was seen");
      use.takers().stream().limit(limit).forEach(this::loud);
      more(use.takers().size());
    }
    costs(use);
    text.append('\n').append(style.bold("servers")).append('\n');
    use.servers().forEach(this::server);
    together(use.together());
    if (!use.notes().isEmpty()) {
      text.append('\n').append(style.bold("what is not known")).append('\n');
      use.notes().forEach(note -> line(INDENT, note));
    }
    return text.toString();
  }

  private void loud(LoudService loud) {
    line(
        INDENT,
        String.format(
            Locale.ROOT,
            "%s on %s: %s of the time in %d of %d slots of %d min, usually %s; %.4f statements at"
                + " once, where all together usually have %.4f",
            loud.service(),
            loud.server(),
            Units.percent(loud.loudShare()),
            loud.loud(),
            loud.slots(),
            loud.width().toMinutes(),
            Units.percent(loud.usualShare()),
            loud.loudActive(),
            loud.usualActive()));
    line(
        DEEP,
        loud.id()
            + ", from "
            + loud.first()
            + " to "
            + loud.last()
            + (loud.calendar().isEmpty() ? "" : ", during " + String.join(", ", loud.calendar())));
    loud.slowed().stream().limit(limit).forEach(this::slowed);
    line(
        DEEP,
        loud.judged() == 0
            ? "nobody of "
                + Units.counted(loud.others(), "other service")
                + " could be judged: too few statements that are alike then and at other times"
            : loud.judged() + " of " + loud.others() + " other services could be judged");
  }

  private void slowed(SlowedService slowed) {
    line(
        DEEP,
        String.format(
            Locale.ROOT,
            "a statement of %s took %.1f times as long then%s: mean %s in %d loud slots (%d"
                + " calls), %s in %d quiet ones (%d calls), p = %.3f%s%s",
            slowed.service(),
            slowed.timesSlower(),
            slowed.timesForSameWork().isPresent()
                ? String.format(
                    Locale.ROOT,
                    ", %.1f times for the same calls and rows",
                    slowed.timesForSameWork().getAsDouble())
                : ", the same ones or others",
            Units.micros(slowed.loud().meanMicros()),
            slowed.loud().slots(),
            slowed.loud().calls(),
            Units.micros(slowed.quiet().meanMicros()),
            slowed.quiet().slots(),
            slowed.quiet().calls(),
            slowed.probability(),
            percentiles(slowed),
            slowed.leavesBudget()
                ? "; above its budget of " + Units.micros(slowed.budgetMicros().orElse(0))
                : ""));
  }

  private static String percentiles(SlowedService slowed) {
    OptionalDouble quiet = slowed.quiet().p95Micros();
    OptionalDouble loud = slowed.loud().p95Micros();
    return quiet.isPresent() && loud.isPresent()
        ? "; p95 with waits "
            + Units.micros(loud.getAsDouble())
            + " instead of "
            + Units.micros(quiet.getAsDouble())
        : "";
  }

  private void costs(FleetUse use) {
    if (use.costs().isEmpty()) {
      return;
    }
    text.append('\n').append(style.bold("cost per service and month")).append('\n');
    List<ServiceCost> shown = use.costs().stream().limit(limit).toList();
    for (ServiceCost cost : shown) {
      text.append(INDENT)
          .append(
              DisplayWidth.left(
                  VisibleText.of(cost.service().orElse("(claimed by no service)")), NAME))
          .append(DisplayWidth.right(money(cost.perMonth()), FIGURE))
          .append(INDENT)
          .append(Units.counted(cost.servers(), "server"))
          .append('\n');
    }
    more(use.costs().size());
    for (ServerBill bill : use.bills()) {
      line(
          INDENT,
          bill.server()
              + ": "
              + money(bill.perMonth())
              + " apportioned by "
              + bill.method().title());
    }
  }

  private void server(ServerUse use) {
    line(INDENT, use.server());
    line(DEEP, "statements at once: " + series(use.active(), use.complete()));
    line(
        DEEP,
        "processors: "
            + use.processors().map(busy -> series(busy, true)).orElse("unknown")
            + " of "
            + number(use.limits().cpus()));
    line(
        DEEP,
        "data and indexes: "
            + bytes(use.workingSetBytes())
            + ", buffer pool "
            + (use.limits().bufferPoolBytes().isPresent()
                ? Units.bytes((long) use.limits().bufferPoolBytes().getAsDouble())
                : "unknown"));
    line(
        DEEP,
        "redo at the peak: "
            + (use.redoBytesPerSecond().isPresent()
                ? Units.bytes((long) use.redoBytesPerSecond().getAsDouble()) + "/s"
                : "unknown")
            + ", redo log "
            + bytes(use.redoCapacityBytes())
            + ", connections: "
            + count(use.connections())
            + " of "
            + count(use.maxConnections()));
  }

  private void together(List<Together> judged) {
    if (judged.isEmpty()) {
      return;
    }
    text.append('\n').append(style.bold("could one server hold both?")).append('\n');
    judged.stream().limit(limit).forEach(this::pair);
    more(judged.size());
  }

  private void pair(Together pair) {
    String names = pair.moves().dataSet() + " on " + pair.stays().dataSet() + ": ";
    Optional<Boolean> fits = pair.fits();
    if (fits.isEmpty()) {
      line(INDENT, names + "cannot be told: " + String.join("; ", pair.unknown()));
    } else if (!fits.get()) {
      line(INDENT, names + "no: " + String.join("; ", pair.tooMuch()));
    } else {
      List<String> facts = new ArrayList<>();
      facts.add(
          String.format(
              Locale.ROOT,
              "the summed peak needs %.2f of %s processors, seen for %.1f days",
              pair.peakProcessors().orElse(0),
              number(pair.stays().limits().cpus()),
              pair.days()));
      facts.addAll(pair.unchecked());
      pair.costBefore()
          .ifPresent(
              before ->
                  facts.add(
                      money(before)
                          + " a month before, after "
                          + money(pair.leastCostAfter().orElse(before))
                          + " once the other server is given back"));
      line(INDENT, names + "yes: " + String.join("; ", facts));
    }
  }

  private void more(int size) {
    if (size > limit) {
      line(INDENT, size - limit + " more (--limit 0 shows all)");
    }
  }

  private static String series(Series series, boolean complete) {
    return series.peak().isEmpty()
        ? "unknown"
        : String.format(
            Locale.ROOT,
            "peak %.4f, p95 %.4f, mean %.4f%s",
            series.peak().orElse(0),
            series.p95().orElse(0),
            series.mean().orElse(0),
            complete ? "" : " at least, for statements are missing");
  }

  private static String money(Money money) {
    return String.format(Locale.ROOT, "%,.2f %s", money.amount(), money.currency());
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? Units.ratio(value.getAsDouble()) : "unknown";
  }

  private static String bytes(OptionalLong value) {
    return value.isPresent() ? Units.bytes(value.getAsLong()) : "unknown";
  }

  private static String count(OptionalLong value) {
    return value.isPresent() ? Units.grouped(value.getAsLong()) : "unknown";
  }

  private void line(String indent, String line) {
    text.append(Wrap.indented(indent, line, options.width(), MOST_LINES));
  }
}
