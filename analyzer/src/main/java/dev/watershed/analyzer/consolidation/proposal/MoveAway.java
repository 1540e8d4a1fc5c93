package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.consolidation.placement.Planner;
import dev.watershed.analyzer.consolidation.room.FleetRoom;
import dev.watershed.analyzer.consolidation.room.RoomCounter;
import dev.watershed.analyzer.consolidation.room.ServerRoom;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.analyzer.neighbour.SlowedService;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Noisy neighbours, beside which others were shown to be slower, whose load is on tables that they
 * mainly use themselves: these go to the server that is known to hold them and is the least busy
 * then. Where none is known to, the neighbour is only named. Who works on tables that others use
 * too cannot be taken off with them.
 */
final class MoveAway {

  private static final double MOST_OF_IT = 0.5;
  private static final int MOST_NAMES = 5;

  /** A server that has room, and how busy it would be. */
  private record Target(String dataSet, List<Move> moves, double busy) {}

  private final ProposalInput given;
  private final CouplingInput input;
  private final FleetCapacity capacity;
  private final SchemaPlaces schemas;
  private final RoomCounter rooms;

  private MoveAway(ProposalInput given) {
    this.given = given;
    input = given.facts().input();
    capacity = given.judged().capacity();
    schemas = new SchemaPlaces(given);
    rooms = new RoomCounter(given.facts(), given.sizes(), capacity);
  }

  static List<Proposal> of(ProposalInput given) {
    List<LoudService> neighbours = given.loud().stream().filter(LoudService::noisy).toList();
    if (neighbours.isEmpty()) {
      return List.of();
    }
    MoveAway away = new MoveAway(given);
    return neighbours.stream().flatMap(noisy -> away.proposal(noisy).stream()).toList();
  }

  private Optional<Proposal> proposal(LoudService noisy) {
    String from =
        capacity.servers().stream()
            .filter(server -> server.name().equals(noisy.server()))
            .map(CapacityServer::dataSet)
            .findFirst()
            .orElse(noisy.server());
    OwnLoad load = OwnLoad.of(given, from, noisy.service());
    if (load.share() < MOST_OF_IT) {
      return Optional.empty();
    }
    ProposalMaker maker =
        new ProposalMaker(input, ProposalKind.MOVE_AWAY, List.of(noisy.server(), noisy.service()));
    grounds(noisy, load, maker);
    List<String> leftOut = leftOut(from, load);
    maker.leftOut(leftOut);
    Optional<Target> target = leftOut.isEmpty() ? target(from, load, maker) : Optional.empty();
    if (target.isPresent()) {
      move(from, target.get(), load, maker);
    } else {
      named(noisy, maker);
    }
    maker.risk(
        Saying.of(
            "away.cause",
            "side by side in time is not cause and effect: what was slower then may be slower for"
                + " another reason"));
    return Optional.of(
        maker.make(
            message(noisy, target.map(Target::dataSet)),
            0,
            target.isEmpty() ? Confidence.LOW : Confidence.MEDIUM));
  }

  private static Saying message(LoudService noisy, Optional<String> target) {
    return Saying.of(
        "away.take",
        "take {0} off {1}{2}: it takes {3} % of the time in {4} of {5} slots of {6} min",
        noisy.service(),
        noisy.server(),
        target
            .map(name -> Saying.of("away.to", ", its tables to {0}", name))
            .orElse(Saying.nothing()),
        Saying.number(100 * noisy.loudShare(), 0),
        Saying.grouped(noisy.loud()),
        Saying.grouped(noisy.slots()),
        noisy.width().toMinutes());
  }

  private void grounds(LoudService noisy, OwnLoad load, ProposalMaker maker) {
    for (SlowedService slowed : noisy.slowed()) {
      maker.ground(
          Saying.of(
              "away.slower",
              "a statement of {0} took {1} times as long then{2} (p = {3})",
              slowed.service(),
              Saying.number(slowed.timesSlower(), 1),
              slowed.timesForSameWork().isPresent()
                  ? Saying.of(
                      "away.same-work",
                      ", {0} times for the same calls and rows",
                      Saying.number(slowed.timesForSameWork().getAsDouble(), 1))
                  : Saying.nothing(),
              Saying.number(slowed.probability(), 3)));
    }
    maker.ground(
        Saying.of(
            "away.own",
            "{0} % of its time there is on tables that it mainly uses itself: {1}",
            Saying.number(100 * load.share(), 0),
            names(load.tables())));
    load.touches().forEach(maker::proof);
  }

  private Saying names(List<Integer> tables) {
    return tables.isEmpty()
        ? Saying.of("none", "none")
        : Saying.some(tables.stream().map(input.tables()::label).toList(), MOST_NAMES);
  }

  private void move(String from, Target target, OwnLoad load, ProposalMaker maker) {
    target.moves().forEach(maker::move);
    maker.touches(List.of(SchemaPlaces.touched(from), SchemaPlaces.touched(target.dataSet())));
    for (Move move : target.moves()) {
      if (move instanceof Move.MoveSchemas moved) {
        maker.touches(
            moved.schemas().stream().map(name -> SchemaPlaces.touched(from, name)).toList());
      }
    }
    maker.touches(load.tables().stream().map(input.tables()::label).toList());
    maker.step(
        Saying.of(
            "away.copy",
            "make a copy of these tables on {0}, and keep it up to date",
            target.dataSet()));
    maker.step(
        Saying.of("away.point", "point the service there, and see whether the others are faster"));
    maker.step(Saying.of("away.drop", "drop the tables where they were"));
  }

  private static void named(LoudService noisy, ProposalMaker maker) {
    maker.step(
        Saying.of(
            "away.find",
            "find out which server has room for these tables, or give them one of their own"));
    maker.step(
        Saying.of(
            "away.spread",
            "until then, spread its work over hours in which {0} is quiet",
            noisy.server()));
  }

  /** The least busy of the servers that are known to hold it. */
  private Optional<Target> target(String from, OwnLoad load, ProposalMaker maker) {
    List<Target> targets = new ArrayList<>();
    for (String to : capacity.dataSets()) {
      if (!to.equals(from)) {
        List<Move> moves = moves(from, to, load);
        Planner.Planned planned = Planner.apply(input, Placement.today(given.facts()), moves);
        if (planned.problems().isEmpty()) {
          FleetRoom after = rooms.of(planned.placements().get(planned.placements().size() - 1));
          busy(after, to)
              .ifPresentOrElse(
                  busy -> targets.add(new Target(to, moves, busy)),
                  () ->
                      maker.risk(
                          Saying.of(
                              "away.no-room",
                              "{0} is not known to have room: {1}",
                              to,
                              reasons(after, to))));
        } else {
          maker.risk(Saying.of("away.names", "{0} has tables of the same names", to));
        }
      }
    }
    return targets.stream()
        .min(Comparator.comparingDouble(Target::busy).thenComparing(Target::dataSet));
  }

  private static Saying reasons(FleetRoom after, String to) {
    return Saying.joined(
        Joint.SEMICOLON,
        after.servers().stream()
            .filter(room -> room.dataSet().equals(to))
            .flatMap(
                room ->
                    (room.saidTooMuch().isEmpty() ? room.saidUnknown() : room.saidTooMuch())
                        .stream())
            .distinct()
            .toList());
  }

  private static Optional<Double> busy(FleetRoom after, String to) {
    double busiest = 0;
    for (ServerRoom room : after.servers()) {
      if (room.dataSet().equals(to) && !room.takesFrom().isEmpty()) {
        if (!room.fits().orElse(false)) {
          return Optional.empty();
        }
        busiest =
            Math.max(busiest, room.peakProcessors().orElse(0) / room.limits().cpus().orElse(1));
      }
    }
    return Optional.of(busiest);
  }

  /** Whole schemas where all that is used of them goes, tables otherwise. */
  private List<Move> moves(String from, String to, OwnLoad load) {
    Set<Integer> going = new HashSet<>(load.tables());
    TreeSet<String> whole = new TreeSet<>();
    List<TablePattern> tables = new ArrayList<>();
    for (int table : load.tables()) {
      CoupledTable named = input.tables().get(table);
      if (whole(from, named.schema(), going)) {
        whole.add(named.schema());
      } else {
        input.tables().patternOf(table).ifPresent(tables::add);
      }
    }
    List<Move> moves = new ArrayList<>();
    if (!whole.isEmpty()) {
      moves.add(new Move.MoveSchemas(List.copyOf(whole), to));
    }
    if (!tables.isEmpty()) {
      moves.add(new Move.MoveTables(tables, Optional.empty(), Optional.empty(), Optional.of(to)));
    }
    return moves;
  }

  /** Tables that go without their schema and whose names mean others too. */
  private List<String> leftOut(String from, OwnLoad load) {
    Set<Integer> going = new HashSet<>(load.tables());
    return load.tables().stream()
        .filter(table -> !whole(from, input.tables().get(table).schema(), going))
        .filter(table -> input.tables().patternOf(table).isEmpty())
        .map(input.tables()::label)
        .toList();
  }

  private boolean whole(String from, String schema, Set<Integer> going) {
    boolean all = schemas.elsewhere(List.of(from), from).stream().noneMatch(schema::equals);
    for (int table = 0; all && table < input.tables().size(); table++) {
      CoupledTable named = input.tables().get(table);
      boolean used = given.facts().matrix().start(table) < given.facts().matrix().end(table);
      all =
          !named.dataSet().equals(from)
              || !named.schema().equals(schema)
              || !used
              || going.contains(table);
    }
    return all;
  }
}
