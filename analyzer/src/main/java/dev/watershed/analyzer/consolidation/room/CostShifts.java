package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.cost.Money;
import dev.watershed.analyzer.cost.ServerBill;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.Touches;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose cost changes: load of a service that is merged with another one, and statements on tables
 * that get another owner, which become calls of that one. Of tables that are cut the parts stay
 * with who uses them.
 */
public final class CostShifts {

  private record Way(String from, String to, String currency) implements Comparable<Way> {
    @Override
    public int compareTo(Way other) {
      int order = from.compareTo(other.from);
      order = order != 0 ? order : to.compareTo(other.to);
      return order != 0 ? order : currency.compareTo(other.currency);
    }
  }

  private final CouplingInput input;
  private final FleetCapacity capacity;
  private final BitSet hubs;
  private final LoadShares shares;
  private final Map<String, List<MoneyRange>> costs = new HashMap<>();

  /**
   * @param hubs tables that everybody reads: their statements stay with who sends them
   */
  public CostShifts(CouplingInput input, FleetCapacity capacity, Placement today, BitSet hubs) {
    this.input = input;
    this.capacity = capacity;
    this.hubs = (BitSet) hubs.clone();
    this.shares = LoadShares.of(input, today);
  }

  /** The changes from one placement to another, by names. */
  public List<CostShift> of(Placement before, Placement after) {
    if (capacity.servers().stream().allMatch(server -> server.bill().isEmpty())) {
      return List.of();
    }
    SortedMap<Way, MoneyRange> sums = new TreeMap<>();
    BitSet owned = newlyOwned(before, after);
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      if (input.parties().isService(touches.party(row))) {
        add(row, before, after, owned, sums);
      }
    }
    List<CostShift> shifts = new ArrayList<>();
    sums.forEach((way, money) -> shifts.add(new CostShift(way.from(), way.to(), money)));
    return shifts;
  }

  private BitSet newlyOwned(Placement before, Placement after) {
    BitSet owned = new BitSet();
    for (int table = 0; table < after.tables(); table++) {
      owned.set(
          table,
          !hubs.get(table)
              && !after.retired(table)
              && after.owner(table).isPresent()
              && !merged(before.owner(table), after).equals(after.owner(table)));
    }
    return owned;
  }

  /** The owner of before as the service that it has become. */
  private static OptionalInt merged(OptionalInt owner, Placement after) {
    return owner.isPresent() ? OptionalInt.of(after.party(owner.getAsInt())) : owner;
  }

  private void add(
      int row, Placement before, Placement after, BitSet owned, SortedMap<Way, MoneyRange> sums) {
    int party = input.touches().party(row);
    int statement = input.touches().statement(row);
    int payer = after.party(party);
    boolean alone = true;
    TableUses uses = input.uses();
    for (int use = uses.start(statement); use < uses.end(statement); use++) {
      int table = uses.table(use);
      if (uses.named(use) && owned.get(table) && !after.cutFor(table, payer)) {
        payer = after.owner(table).orElse(payer);
      }
    }
    for (int use = uses.start(statement); use < uses.end(statement); use++) {
      alone &= !uses.named(use) || owned.get(uses.table(use));
    }
    if (payer == before.party(party)) {
      return;
    }
    boolean sure = alone || after.party(party) != before.party(party);
    Optional<String> service = input.parties().attribution(party).service();
    String data = input.statements().get(statement).dataSet();
    double all = shares.micros(data, service);
    double part = all == 0 ? 0 : input.touches().timeMicros(row) / all;
    for (MoneyRange cost : costs(data, service)) {
      sums.merge(
          new Way(
              input.parties().name(before.party(party)),
              input.parties().name(payer),
              cost.currency()),
          new MoneyRange(cost.low().times(sure ? part : 0), cost.high().times(part)),
          MoneyRange::plus);
    }
  }

  /** What a service costs on a set of data, by currency, by every way of apportioning. */
  private List<MoneyRange> costs(String data, Optional<String> service) {
    return costs.computeIfAbsent(
        data + "\n" + service.orElse(""),
        key -> {
          SortedMap<String, MoneyRange> sums = new TreeMap<>();
          for (CapacityServer server : capacity.of(data)) {
            server
                .bill()
                .ifPresent(
                    bill ->
                        sums.merge(
                            bill.perMonth().currency(),
                            range(bill, service, server.timeShare(service)),
                            MoneyRange::plus));
          }
          return List.copyOf(sums.values());
        });
  }

  private static MoneyRange range(ServerBill bill, Optional<String> service, double timeShare) {
    Money byTime = bill.perMonth().times(timeShare);
    Optional<ServerBill.Part> part =
        bill.parts().stream().filter(each -> each.service().equals(service)).findFirst();
    if (part.isEmpty() || bill.method().estimated()) {
      Money none = bill.perMonth().times(0);
      return new MoneyRange(
          part.map(ServerBill.Part::low).orElse(none),
          part.map(ServerBill.Part::high).orElse(none));
    }
    boolean less = byTime.amount() < part.get().cost().amount();
    return new MoneyRange(less ? byTime : part.get().cost(), less ? part.get().cost() : byTime);
  }
}
