package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.room.CostShift;
import dev.watershed.analyzer.consolidation.room.FleetRoom;
import dev.watershed.analyzer.consolidation.room.MoneyRange;
import dev.watershed.analyzer.consolidation.room.Occupancy;
import dev.watershed.analyzer.consolidation.room.ServerRoom;
import dev.watershed.analyzer.consolidation.whatif.RoomChange;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import dev.watershed.reports.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What servers have to hold and cost, before and after, in words. */
public final class RoomText {

  private static final double UNIT = 1;
  private static final double SMALL = 0.1;
  private static final Saying UNKNOWN = Saying.of("unknown", "unknown");

  private RoomText() {}

  /** A line for each server that changes, then the money; none where nothing changes. */
  public static List<String> changes(RoomChange change) {
    return Saying.texts(saidChanges(change));
  }

  /** The same for every language. */
  public static List<Saying> saidChanges(RoomChange change) {
    List<Saying> lines = new ArrayList<>();
    if (change.changes()) {
      lines.addAll(servers(change.before(), change.after()));
      lines.addAll(money(change.before(), change.after()));
    }
    change.shifts().stream().filter(RoomText::counts).map(RoomText::shift).forEach(lines::add);
    return lines;
  }

  /** The same for the whole of a list of moves. */
  public static List<String> summary(FleetRoom today, FleetRoom afterAll) {
    return Saying.texts(saidSummary(today, afterAll));
  }

  /** The same for every language. */
  public static List<Saying> saidSummary(FleetRoom today, FleetRoom afterAll) {
    List<Saying> lines = new ArrayList<>();
    if (today.servers().isEmpty()) {
      return lines;
    }
    if (!today.equals(afterAll)) {
      lines.addAll(servers(today, afterAll));
      lines.addAll(money(today, afterAll));
    } else if (today.perMonth().isEmpty()) {
      lines.add(Saying.of("servers.unchanged", "servers: unchanged"));
    } else {
      lines.add(
          Saying.of(
              "servers.unchanged-cost",
              "servers: unchanged, {0} a month",
              ranges(today.perMonth())));
    }
    if (!today.withoutCost().isEmpty()) {
      lines.add(
          Saying.of(
              "servers.without-cost",
              "no money of {0}: cost.perMonth is not configured",
              today.withoutCost()));
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
    return saidSaved(perMonth).text();
  }

  /** What is saved. */
  public static Saying saidSaved(MoneyRange perMonth) {
    return perMonth.low().amount() < perMonth.high().amount()
        ? Saying.of(
            "money.saves-range",
            "saves {0} a month: the more, the more of what is left or not known turns out well",
            range(perMonth))
        : Saying.of("money.saves", "saves {0} a month", range(perMonth));
  }

  private static List<Saying> servers(FleetRoom before, FleetRoom after) {
    List<Saying> lines = new ArrayList<>();
    for (ServerRoom room : after.servers()) {
      Optional<ServerRoom> was = before.server(room.server());
      if (was.isPresent() && !was.get().equals(room)) {
        lines.add(Saying.of("servers.of", "{0}: {1}", room.server(), server(was.get(), room)));
      }
    }
    return lines;
  }

  private static Saying server(ServerRoom was, ServerRoom room) {
    if (room.occupancy() == Occupancy.EMPTY && was.occupancy() != Occupancy.EMPTY) {
      return Saying.of("servers.empty", "no table is left, it can be given back");
    }
    Saying figures =
        Saying.joined(
            Joint.COMMA,
            List.of(
                Saying.of(
                    "servers.peak",
                    "peak {0} of {1} processors",
                    change(number(was.peakProcessors()), number(room.peakProcessors())),
                    number(room.limits().cpus())),
                Saying.of(
                    "servers.data",
                    "data {0}, buffer pool {1}",
                    change(bytes(was.dataBytes()), bytes(room.dataBytes())),
                    room.limits().bufferPoolBytes().isPresent()
                        ? Saying.verbatim(
                            Units.bytes((long) room.limits().bufferPoolBytes().getAsDouble()))
                        : UNKNOWN),
                Saying.of(
                    "servers.redo",
                    "redo at the peak {0}",
                    change(
                        perSecond(was.redoBytesPerSecond()), perSecond(room.redoBytesPerSecond()))),
                Saying.of(
                    "servers.connections",
                    "connections {0} of {1}",
                    change(count(was.connections()), count(room.connections())),
                    count(room.maxConnections()))));
    if (room.occupancy() == Occupancy.UNUSED && was.occupancy() == Occupancy.USED) {
      return Saying.of(
          "servers.unused",
          "{0}; only what nothing is known to use is left: retire it to give it back",
          figures);
    }
    return room.takesFrom().isEmpty()
        ? figures
        : Saying.joined(Joint.SEMICOLON, List.of(figures, verdict(room)));
  }

  private static Saying verdict(ServerRoom room) {
    Optional<Boolean> fits = room.fits();
    if (fits.isEmpty()) {
      return Saying.of(
          "servers.untold",
          "whether it fits cannot be told: {0}",
          Saying.joined(Joint.SEMICOLON, room.saidUnknown()));
    }
    if (!fits.get()) {
      return Saying.of(
          "servers.too-much",
          "it does not fit: {0}",
          Saying.joined(Joint.SEMICOLON, room.saidTooMuch()));
    }
    List<Saying> clauses = new ArrayList<>();
    clauses.add(
        Saying.of(
            "servers.fits", "it fits, as far as {0} days show", Saying.number(room.days(), 1)));
    clauses.addAll(room.saidUnchecked());
    return Saying.joined(Joint.SEMICOLON, clauses);
  }

  private static List<Saying> money(FleetRoom before, FleetRoom after) {
    if (before.perMonth().isEmpty() && after.perMonth().isEmpty()) {
      return List.of();
    }
    Saying change = change(ranges(before.perMonth()), ranges(after.perMonth()));
    return List.of(
        before.perMonth().equals(after.perMonth())
            ? Saying.of("money.same", "money per month: {0}, no server can be given back", change)
            : Saying.of("money.change", "money per month: {0}", change));
  }

  private static boolean counts(CostShift shift) {
    return shift.perMonth().high().amount() >= UNIT;
  }

  private static Saying shift(CostShift shift) {
    return Saying.of(
        "money.shift",
        "of the cost, {0} a month that {1} causes would be {2}'s; that saves nothing",
        range(shift.perMonth()),
        shift.from(),
        shift.to());
  }

  private static Saying ranges(List<MoneyRange> perMonth) {
    return Saying.joined(Joint.AND, perMonth.stream().map(RoomText::range).toList());
  }

  private static Saying range(MoneyRange money) {
    String low = String.format(Locale.ROOT, "%,.0f", money.low().amount());
    String high = String.format(Locale.ROOT, "%,.0f", money.high().amount());
    return low.equals(high)
        ? Saying.of("money.amount", "{0} {1}", low, money.currency())
        : Saying.of("money.range", "{0} to {1} {2}", low, high, money.currency());
  }

  private static Saying change(Saying before, Saying after) {
    return before.equals(after) ? after : Saying.of("change", "{0} → {1}", before, after);
  }

  private static Saying number(OptionalDouble value) {
    if (value.isEmpty()) {
      return UNKNOWN;
    }
    double known = value.getAsDouble();
    return Saying.number(known, known < SMALL ? 4 : known == Math.rint(known) ? 0 : 2);
  }

  private static Saying bytes(OptionalLong value) {
    return value.isPresent() ? Saying.verbatim(Units.bytes(value.getAsLong())) : UNKNOWN;
  }

  private static Saying perSecond(OptionalDouble value) {
    return value.isPresent()
        ? Saying.of("per-second", "{0}/s", Units.bytes((long) value.getAsDouble()))
        : UNKNOWN;
  }

  private static Saying count(OptionalLong value) {
    return value.isPresent() ? Saying.verbatim(Units.grouped(value.getAsLong())) : UNKNOWN;
  }
}
