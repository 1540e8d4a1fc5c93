package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.distance.MonthDistance;
import dev.watershed.analyzer.consolidation.distance.PlacementCounts;
import dev.watershed.analyzer.consolidation.distance.TargetDistance;
import dev.watershed.reports.Units;
import java.util.List;

/** The distance to a target, a line per month. */
final class TargetMonthsText {

  private static final String INDENT = "  ";
  private static final int MONTH = 9;
  private static final int FIGURE = 9;
  private static final List<String> HEADS =
      List.of(
          "to place",
          "owner",
          "schema",
          "server",
          "writers",
          "reads/s",
          "writes/s",
          "to part",
          "parted/s");

  private final Style style;

  TargetMonthsText(TextOptions options) {
    style = options.style();
  }

  /** The table, and what its columns are; ends with a line break. */
  String render(List<MonthDistance> months) {
    StringBuilder text = new StringBuilder();
    StringBuilder head = new StringBuilder(DisplayWidth.left("month", MONTH));
    HEADS.forEach(name -> head.append(DisplayWidth.right(name, FIGURE)));
    text.append(INDENT).append(style.bold(head.toString())).append('\n');
    for (MonthDistance month : months) {
      text.append(INDENT).append(DisplayWidth.left(month.month().toString(), MONTH));
      if (month.distance().isEmpty()) {
        text.append(INDENT).append("unknown: nothing was collected");
      } else {
        figures(month.distance().get(), text);
        month.seen().ifPresent(seen -> seen(seen, text));
      }
      text.append('\n');
    }
    return text.append(INDENT)
        .append(
            style.dim(
                "owner, schema, server: why; reads, writes: by others than the owner; to part:"
                    + " kinds of transactions"))
        .append('\n')
        .toString();
  }

  private static void figures(TargetDistance distance, StringBuilder text) {
    PlacementCounts placement = distance.placement();
    Crossings target = distance.crossingTarget();
    count(placement.toPlace(), text);
    count(placement.ownedOtherwise(), text);
    count(placement.inOtherSchema(), text);
    count(placement.onOtherServer(), text);
    count(distance.strayServices(), text);
    rate(target.foreignReads(), text);
    rate(target.foreignWrites(), text);
    count(distance.transactions().size(), text);
    rate(distance.partedPerSecond(), text);
  }

  private static void count(long count, StringBuilder text) {
    text.append(DisplayWidth.right(Units.grouped(count), FIGURE));
  }

  private static void rate(double perSecond, StringBuilder text) {
    text.append(DisplayWidth.right(Units.perSecond(perSecond), FIGURE));
  }

  private static void seen(MonthDistance.Seen seen, StringBuilder text) {
    if (seen.inPart()) {
      text.append(INDENT)
          .append("in part: ")
          .append(Units.percent(seen.share()))
          .append(" of its hours seen of ")
          .append(seen.server());
    }
    if (seen.laterCatalog()) {
      text.append(INDENT).append("tables of a later catalog");
    }
  }
}
