package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.ServerSettings;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.consolidation.placement.Planner;
import dev.watershed.analyzer.consolidation.room.FleetRoom;
import dev.watershed.analyzer.consolidation.room.MoneyRange;
import dev.watershed.analyzer.consolidation.room.RoomCounter;
import dev.watershed.analyzer.consolidation.room.ServerRoom;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.observation.ServerFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why sets of data can be put on one server, and what keeps that from being sure. */
final class TogetherProposal {

  private static final double A_WEEK = 7;
  private static final int MOST_NAMES = 5;

  private final ProposalInput given;
  private final SchemaPlaces schemas;
  private final RoomCounter rooms;
  private final FleetRoom today;
  private Confidence confidence = Confidence.HIGH;

  TogetherProposal(ProposalInput given, SchemaPlaces schemas) {
    this.given = given;
    this.schemas = schemas;
    rooms = new RoomCounter(given.facts(), given.sizes(), given.judged().capacity());
    today = rooms.today();
  }

  Proposal make(String stays, List<String> moves) {
    confidence = Confidence.HIGH;
    List<String> all = new ArrayList<>(List.of(stays));
    all.addAll(moves);
    ProposalMaker maker =
        new ProposalMaker(given.facts().input(), ProposalKind.PUT_TOGETHER, all)
            .touches(all.stream().map(SchemaPlaces::touched).toList());
    for (String set : moves) {
      maker.touches(
          schemas.of(set).stream().map(schema -> SchemaPlaces.touched(set, schema)).toList());
    }
    Move move = PutTogether.move(schemas, moves, stays);
    Placement before = Placement.today(given.facts());
    Planner.Planned planned = Planner.apply(given.facts().input(), before, List.of(move));
    List<String> elsewhere = schemas.elsewhere(moves, stays);
    FleetRoom after = today;
    if (planned.problems().isEmpty() && elsewhere.isEmpty()) {
      maker.move(move);
      after = rooms.of(planned.placements().get(0));
      maker.saves(saved(after));
    } else {
      names(maker, all, elsewhere);
    }
    for (CapacityServer server : given.judged().capacity().writable(stays)) {
      room(maker, after.server(server.name()).orElseThrow());
    }
    times(maker, moves, stays);
    settings(moves, stays);
    maker.risk(Saying.of("together.one", "what stops one server then stops all of it: {0}", all));
    maker.step(
        Saying.of(
            "together.copy",
            "make a copy of the schemas on {0}, and keep it up to date by replication",
            stays));
    maker.step(
        Saying.of(
            "together.point",
            "point the services there, one by one, and watch its processors and latencies"));
    maker.step(
        Saying.of("together.stop", "stop the replication, and give back what held {0}", moves));
    return maker.make(message(stays, moves), 0, confidence);
  }

  private static Saying message(String stays, List<String> moves) {
    return Saying.of(
        "together.put",
        "put all data of {0} on {1}, which holds it at the peaks of all",
        moves,
        stays);
  }

  private Optional<MoneyRange> saved(FleetRoom after) {
    return today.perMonth().size() == 1 && after.perMonth().size() == 1
        ? Optional.of(today.perMonth().get(0).minus(after.perMonth().get(0)))
            .filter(money -> money.high().amount() > 0)
        : Optional.empty();
  }

  private void atMost(Confidence most) {
    confidence = confidence.compareTo(most) < 0 ? confidence : most;
  }

  private void names(ProposalMaker maker, List<String> all, List<String> elsewhere) {
    atMost(Confidence.LOW);
    List<String> collisions = schemas.collisions(all);
    if (!collisions.isEmpty()) {
      maker.risk(
          Saying.of(
              "together.names",
              "several of them have {0}: rename one first",
              Saying.some(collisions, MOST_NAMES)));
    }
    if (!elsewhere.isEmpty()) {
      maker.risk(
          Saying.of(
              "together.elsewhere",
              "other servers have schemas of these names too, which a move by name would take along:"
                  + " {0}",
              elsewhere));
    }
  }

  private void room(ProposalMaker maker, ServerRoom room) {
    if (room.takesFrom().isEmpty()) {
      return;
    }
    maker.ground(
        Saying.of(
            "together.processors",
            "{0} would take {1} of {2} processors at the peak of the summed series, of {3} days",
            room.server(),
            Saying.number(room.peakProcessors().orElse(0), 2),
            Saying.plain(room.limits().cpus().orElse(0)),
            Saying.number(room.days(), 1)));
    for (Saying clause : room.saidUnchecked()) {
      atMost(Confidence.MEDIUM);
      maker.risk(clause);
    }
    if (!room.fits().orElse(false)) {
      atMost(Confidence.LOW);
      room.saidTooMuch().forEach(maker::risk);
      room.saidUnknown().forEach(maker::risk);
    }
  }

  /** What a short time, or one without the high season, does not show. */
  private void times(ProposalMaker maker, List<String> moves, String stays) {
    List<String> all = new ArrayList<>(moves);
    all.add(stays);
    List<CapacityServer> servers =
        all.stream().flatMap(set -> given.judged().capacity().of(set).stream()).toList();
    double days =
        servers.stream()
            .flatMap(server -> server.use().demand().stream())
            .mapToDouble(demand -> demand.days())
            .min()
            .orElse(0);
    if (days < A_WEEK) {
      atMost(Confidence.LOW);
      maker.risk(
          Saying.of(
              "together.days",
              "only {0} days were seen: a week has peaks that they do not show",
              Saying.number(days, 1)));
    }
    given.calendar().stream()
        .filter(
            entry ->
                servers.stream()
                    .map(CapacityServer::slots)
                    .filter(slots -> slots.size() > 0)
                    .anyMatch(
                        slots ->
                            !entry.overlaps(
                                slots.start(0), slots.start(slots.size() - 1).plus(slots.width()))))
        .forEach(
            entry -> {
              atMost(Confidence.MEDIUM);
              maker.risk(
                  Saying.of(
                      "together.calendar",
                      "the load of {0} was not seen: it may be the peak",
                      entry.name()));
            });
    given.loud().stream()
        .filter(noisy -> servers.stream().anyMatch(each -> each.name().equals(noisy.server())))
        .forEach(
            noisy ->
                maker.risk(
                    Saying.of(
                        "together.noisy",
                        "{0} takes {1} for a while, and would be the neighbour of all",
                        noisy.service(),
                        noisy.server())));
    if (servers.stream().anyMatch(server -> server.use().processors().isEmpty())) {
      maker.ground(
          Saying.of(
              "together.bound",
              "statements that run at once stand for busy processors: an upper bound"));
    }
  }

  private void settings(List<String> moves, String stays) {
    List<ServerSettings> here = settings(stays);
    for (String set : moves) {
      List<ServerSettings> there = settings(set);
      if (here.isEmpty() || there.isEmpty()) {
        atMost(Confidence.MEDIUM);
        continue;
      }
      for (ServerSettings.Difference each : here.get(0).differences(there.get(0))) {
        atMost(each.fact() == ServerFact.PRODUCT ? Confidence.LOW : Confidence.MEDIUM);
      }
    }
  }

  private List<ServerSettings> settings(String dataSet) {
    return given.judged().capacity().writable(dataSet).stream()
        .map(CapacityServer::settings)
        .filter(ServerSettings::known)
        .toList();
  }
}
