package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.room.CostShift;
import dev.watershed.analyzer.consolidation.room.FleetRoom;
import dev.watershed.analyzer.consolidation.room.MoneyRange;
import dev.watershed.analyzer.consolidation.room.Occupancy;
import dev.watershed.analyzer.consolidation.room.ServerRoom;
import dev.watershed.analyzer.consolidation.whatif.RoomChange;
import dev.watershed.reports.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What servers have to hold and cost, before and after, in words. */
public final class RoomText {

  private static final double UNIT = 1;
  private static final double SMALL = 0.1;

  private RoomText() {}

  /** A line for each server that changes, then the money; none where nothing changes. */
  public static List<String> changes(RoomChange change) {
    List<String> lines = new ArrayList<>();
    if (change.changes()) {
      lines.addAll(servers(change.before(), change.after()));
      lines.addAll(money(change.before(), change.after()));
    }
    change.shifts().stream().filter(RoomText::counts).map(RoomText::shift).forEach(lines::add);
    return lines;
  }

  /** The same for the whole of a list of moves. */
  public static List<String> summary(FleetRoom today, FleetRoom afterAll) {
    List<String> lines = new ArrayList<>();
    if (today.servers().isEmpty()) {
      return lines;
    }
    if (today.equals(afterAll)) {
      lines.add(
          "servers: unchanged"
              + (today.perMonth().isEmpty() ? "" : ", " + ranges(today.perMonth()) + " a month"));
    } else {
      lines.addAll(servers(today, afterAll));
      lines.addAll(money(today, afterAll));
    }
    if (!today.withoutCost().isEmpty()) {
      lines.add(
          "no money of "
              + String.join(", ", today.withoutCost())
              + ": cost.perMonth is not configured");
    }
    return lines;
  }

  /** What is said beside the effort where nothing changes. */
  static String unchanged(RoomChange change) {
    return change.changes() || change.after().servers().isEmpty()
        ? ""
        : "; capacity and money: unchanged";
  }

  /** What is saved, in words. */
  public static String saved(MoneyRange perMonth) {
    return "saves "
        + range(perMonth)
        + " a month"
        + (perMonth.low().amount() < perMonth.high().amount()
            ? ": the more, the more of what is left or not known turns out well"
            : "");
  }

  private static List<String> servers(FleetRoom before, FleetRoom after) {
    List<String> lines = new ArrayList<>();
    for (ServerRoom room : after.servers()) {
      Optional<ServerRoom> was = before.server(room.server());
      if (was.isPresent() && !was.get().equals(room)) {
        lines.add(room.server() + ": " + server(was.get(), room));
      }
    }
    return lines;
  }

  private static String server(ServerRoom was, ServerRoom room) {
    if (room.occupancy() == Occupancy.EMPTY && was.occupancy() != Occupancy.EMPTY) {
      return "no table is left, it can be given back";
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        "peak "
            + change(number(was.peakProcessors()), number(room.peakProcessors()))
            + " of "
            + number(room.limits().cpus())
            + " processors");
    parts.add(
        "data "
            + change(bytes(was.dataBytes()), bytes(room.dataBytes()))
            + ", buffer pool "
            + (room.limits().bufferPoolBytes().isPresent()
                ? Units.bytes((long) room.limits().bufferPoolBytes().getAsDouble())
                : "unknown"));
    parts.add(
        "redo at the peak "
            + change(perSecond(was.redoBytesPerSecond()), perSecond(room.redoBytesPerSecond())));
    parts.add(
        "connections "
            + change(count(was.connections()), count(room.connections()))
            + " of "
            + count(room.maxConnections()));
    String figures = String.join(", ", parts);
    if (room.occupancy() == Occupancy.UNUSED && was.occupancy() == Occupancy.USED) {
      return figures + "; only what nothing is known to use is left: retire it to give it back";
    }
    return room.takesFrom().isEmpty() ? figures : figures + "; " + verdict(room);
  }

  private static String verdict(ServerRoom room) {
    Optional<Boolean> fits = room.fits();
    if (fits.isEmpty()) {
      return "whether it fits cannot be told: " + String.join("; ", room.unknown());
    }
    if (!fits.get()) {
      return "it does not fit: " + String.join("; ", room.tooMuch());
    }
    return String.format(Locale.ROOT, "it fits, as far as %.1f days show", room.days())
        + room.unchecked().stream().map(clause -> "; " + clause).collect(Collectors.joining());
  }

  private static List<String> money(FleetRoom before, FleetRoom after) {
    if (before.perMonth().isEmpty() && after.perMonth().isEmpty()) {
      return List.of();
    }
    return List.of(
        "money per month: "
            + change(ranges(before.perMonth()), ranges(after.perMonth()))
            + (before.perMonth().equals(after.perMonth()) ? ", no server can be given back" : ""));
  }

  private static boolean counts(CostShift shift) {
    return shift.perMonth().high().amount() >= UNIT;
  }

  private static String shift(CostShift shift) {
    return "of the cost, "
        + range(shift.perMonth())
        + " a month that "
        + shift.from()
        + " causes would be "
        + shift.to()
        + "'s; that saves nothing";
  }

  private static String ranges(List<MoneyRange> perMonth) {
    return perMonth.stream().map(RoomText::range).collect(Collectors.joining(" and "));
  }

  private static String range(MoneyRange money) {
    String low = String.format(Locale.ROOT, "%,.0f", money.low().amount());
    String high = String.format(Locale.ROOT, "%,.0f", money.high().amount());
    return (low.equals(high) ? low : low + " to " + high) + " " + money.currency();
  }

  private static String change(String before, String after) {
    return before.equals(after) ? after : before + " → " + after;
  }

  private static String number(OptionalDouble value) {
    if (value.isEmpty()) {
      return "unknown";
    }
    double known = value.getAsDouble();
    return String.format(
        Locale.ROOT, known < SMALL ? "%.4f" : known == Math.rint(known) ? "%.0f" : "%.2f", known);
  }

  private static String bytes(OptionalLong value) {
    return value.isPresent() ? Units.bytes(value.getAsLong()) : "unknown";
  }

  private static String perSecond(OptionalDouble value) {
    return value.isPresent() ? Units.bytes((long) value.getAsDouble()) + "/s" : "unknown";
  }

  private static String count(OptionalLong value) {
    return value.isPresent() ? Units.grouped(value.getAsLong()) : "unknown";
  }
}
