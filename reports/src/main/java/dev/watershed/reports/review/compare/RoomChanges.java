package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.capacity.Together;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.reports.Units;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * The room of servers before and now: what each needed at most, beside what it has now. A peak of
 * less than a day is none; more and less are by half at least, of processors only where {@link
 * SeriesShift} moved as well.
 */
public final class RoomChanges {

  private static final double RATIO = 1.5;

  /**
   * Something that a server has and uses.
   *
   * @param key of its name
   * @param limit what it has; empty where that is unknown
   * @param need the most that it needed; empty where that is unknown
   * @param unit writes both
   * @param peak what makes a peak one
   */
  private record Resource(
      String key,
      Function<ServerUse, OptionalDouble> limit,
      Function<ServerUse, OptionalDouble> need,
      DoubleFunction<String> unit,
      Peak peak) {}

  /** What has to be known before a peak is compared. */
  private enum Peak {
    /** Nothing: it is a size. */
    SIZE,
    /** A day. */
    DAY,
    /** The load over days, which has to move as well. */
    LOAD
  }

  private static final List<Resource> RESOURCES =
      List.of(
          new Resource(
              "processors",
              use -> use.limits().cpus(),
              use -> use.demand().map(Series::peak).orElseGet(OptionalDouble::empty),
              Units::ratio,
              Peak.LOAD),
          new Resource(
              "memory",
              use -> use.limits().bufferPoolBytes(),
              use -> whole(use.workingSetBytes()),
              value -> Units.bytes(Math.round(value)),
              Peak.SIZE),
          new Resource(
              "redo",
              use -> whole(use.redoCapacityBytes()),
              use -> tenMinutes(use.redoBytesPerSecond()),
              value -> Units.bytes(Math.round(value)),
              Peak.DAY),
          new Resource(
              "connections",
              use -> whole(use.maxConnections()),
              use -> whole(use.connections()),
              value -> Units.count(Math.round(value)),
              Peak.DAY));

  private RoomChanges() {}

  /** A row for each thing of each server that is known of one of the spans. */
  public static DataTable of(
      Optional<FleetUse> earlier, Optional<FleetUse> fleet, PageWords words) {
    Map<String, ServerUse> then = uses(earlier);
    Map<String, ServerUse> now = uses(fleet);
    List<List<Cell>> rows = new ArrayList<>();
    now.forEach(
        (server, use) -> {
          Optional<ServerUse> before = Optional.ofNullable(then.get(server));
          for (Resource each : RESOURCES) {
            OptionalDouble old = before.map(each.need()).orElseGet(OptionalDouble::empty);
            OptionalDouble need = each.need().apply(use);
            if (old.isPresent() || need.isPresent()) {
              rows.add(row(each, use, before, old, need, words));
            }
          }
        });
    return new DataTable("changed_room", words.text("changes.room"), columns(words), rows);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.link("server", words.text("column.server"), ColumnKind.LINK, "server"),
        DataColumn.of("resource", words.text("column.resource"), ColumnKind.TEXT),
        DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
        DataColumn.of("before", words.text("column.needBefore"), ColumnKind.TEXT),
        DataColumn.of("now", words.text("column.needNow"), ColumnKind.TEXT),
        DataColumn.of("limit", words.text("column.has"), ColumnKind.TEXT),
        DataColumn.of("share_before", words.text("column.takenBefore"), ColumnKind.SHARE),
        DataColumn.of("share_now", words.text("column.takenNow"), ColumnKind.SHARE));
  }

  private static List<Cell> row(
      Resource resource,
      ServerUse use,
      Optional<ServerUse> then,
      OptionalDouble before,
      OptionalDouble now,
      PageWords words) {
    OptionalDouble limit = resource.limit().apply(use);
    OptionalDouble had = then.map(resource.limit()).orElseGet(OptionalDouble::empty);
    return List.of(
        Cell.of(use.server()),
        Cell.of(words.text("room." + resource.key())),
        change(resource, then, use, before, now).cell(words),
        text(before, resource),
        text(now, resource),
        text(limit, resource),
        share(before, had),
        share(now, limit));
  }

  private static ChangeWord change(
      Resource resource,
      Optional<ServerUse> then,
      ServerUse use,
      OptionalDouble before,
      OptionalDouble now) {
    if (then.isEmpty() || before.isEmpty() || now.isEmpty()) {
      return ChangeWord.UNDECIDED;
    }
    boolean rises = now.getAsDouble() >= RATIO * before.getAsDouble();
    boolean falls = before.getAsDouble() >= RATIO * now.getAsDouble();
    ChangeWord byPeak =
        rises == falls ? ChangeWord.SAME : rises ? ChangeWord.MORE : ChangeWord.LESS;
    return switch (resource.peak()) {
      case SIZE -> byPeak;
      case LOAD -> byLoad(byPeak, then.get(), use);
      case DAY ->
          then.get().observedForADay() && use.observedForADay() ? byPeak : ChangeWord.UNDECIDED;
    };
  }

  private static ChangeWord byLoad(ChangeWord byPeak, ServerUse then, ServerUse use) {
    Series before = then.demand().orElseThrow();
    Series now = use.demand().orElseThrow();
    if (before.days() < Together.LEAST_DAYS || now.days() < Together.LEAST_DAYS) {
      return ChangeWord.UNDECIDED;
    }
    return SeriesShift.of(before, now) == byPeak ? byPeak : ChangeWord.SAME;
  }

  private static Map<String, ServerUse> uses(Optional<FleetUse> fleet) {
    Map<String, ServerUse> uses = new LinkedHashMap<>();
    fleet.ifPresent(known -> known.servers().forEach(each -> uses.put(each.server(), each)));
    return uses;
  }

  private static Cell text(OptionalDouble value, Resource resource) {
    return value.isPresent() ? Cell.of(resource.unit().apply(value.getAsDouble())) : Cell.unknown();
  }

  private static Cell share(OptionalDouble need, OptionalDouble limit) {
    return need.isPresent() && limit.isPresent() && limit.getAsDouble() > 0
        ? Cell.of(need.getAsDouble() / limit.getAsDouble())
        : Cell.unknown();
  }

  private static OptionalDouble tenMinutes(OptionalDouble perSecond) {
    return perSecond.isPresent()
        ? OptionalDouble.of(perSecond.getAsDouble() * Together.REDO_SECONDS)
        : perSecond;
  }

  private static OptionalDouble whole(OptionalLong value) {
    return value.isPresent() ? OptionalDouble.of(value.getAsLong()) : OptionalDouble.empty();
  }
}
