package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.room.WholeSets;
import dev.watershed.analyzer.cost.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Sets of data whose load one server holds together (Kairos, SIGMOD 2011): by the peak of the
 * summed series, all data in the buffer pool, redo and connections. Each server takes in others,
 * the dearest first, as long as it is known to hold them; of all these groups the one that saves
 * most is proposed, the next as its alternative, and so on with what is left. Where a limit that
 * decides is unknown nothing is proposed: {@link ServerNotes} says what is missing.
 */
final class PutTogether {

  private record Group(String stays, List<String> moves, double saved) {}

  private final ProposalInput given;
  private final FleetCapacity capacity;
  private final SchemaPlaces schemas;

  private PutTogether(ProposalInput given) {
    this.given = given;
    capacity = given.judged().capacity();
    schemas = new SchemaPlaces(given);
  }

  static List<Proposal> of(ProposalInput given) {
    return new PutTogether(given).proposals();
  }

  private List<Proposal> proposals() {
    List<String> left = new ArrayList<>(capacity.dataSets());
    List<Proposal> proposals = new ArrayList<>();
    while (left.size() > 1) {
      List<Group> groups = groups(left);
      if (groups.isEmpty()) {
        break;
      }
      TogetherProposal maker = new TogetherProposal(given, schemas);
      groups.stream().limit(2).forEach(group -> add(maker, group, proposals));
      left.remove(groups.get(0).stays());
      left.removeAll(groups.get(0).moves());
    }
    return proposals;
  }

  /** The best group may be the second best of an earlier round. */
  private static void add(TogetherProposal maker, Group group, List<Proposal> proposals) {
    Proposal proposal = maker.make(group.stays(), group.moves());
    if (proposals.stream().noneMatch(other -> other.id().equals(proposal.id()))) {
      proposals.add(proposal);
    }
  }

  private List<Group> groups(List<String> sets) {
    return sets.stream()
        .map(stays -> grown(stays, sets))
        .filter(group -> !group.moves().isEmpty())
        .sorted(
            Comparator.comparingDouble((Group group) -> -group.saved())
                .thenComparing(group -> -group.moves().size())
                .thenComparing(Group::stays))
        .toList();
  }

  /** One that can be moved is taken before one whose names are in the way. */
  private Group grown(String stays, List<String> sets) {
    List<String> moves = new ArrayList<>();
    List<String> candidates =
        sets.stream()
            .filter(set -> !set.equals(stays))
            .filter(set -> !schemas.of(set).isEmpty())
            .sorted(
                Comparator.comparing((String set) -> !movable(stays, List.of(set)))
                    .thenComparing(set -> -cost(set))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (String candidate : candidates) {
      List<String> more = new ArrayList<>(moves);
      more.add(candidate);
      boolean goes = movable(stays, more) || moves.isEmpty();
      if (goes && WholeSets.of(capacity, stays, more).fits().orElse(false)) {
        moves.add(candidate);
        if (!movable(stays, moves)) {
          break;
        }
      }
    }
    return new Group(stays, moves, moves.stream().mapToDouble(this::cost).sum());
  }

  private boolean movable(String stays, List<String> moves) {
    List<String> all = new ArrayList<>(moves);
    all.add(stays);
    return schemas.collisions(all).isEmpty() && schemas.elsewhere(moves, stays).isEmpty();
  }

  /** What its servers cost; how many they are where costs are of several currencies. */
  private double cost(String dataSet) {
    List<Money> costs = costs(capacity.of(dataSet));
    boolean comparable =
        costs(capacity.servers()).stream().map(Money::currency).distinct().count() == 1;
    return comparable
        ? costs.stream().mapToDouble(Money::amount).sum()
        : capacity.of(dataSet).size();
  }

  private static List<Money> costs(List<CapacityServer> servers) {
    return servers.stream()
        .map(server -> server.use().limits().costPerMonth())
        .flatMap(Optional::stream)
        .toList();
  }

  /** The move of all schemas of sets of data. */
  static Move move(SchemaPlaces schemas, List<String> moves, String stays) {
    return new Move.MoveSchemas(
        moves.stream().flatMap(set -> schemas.of(set).stream()).distinct().sorted().toList(),
        stays);
  }
}
