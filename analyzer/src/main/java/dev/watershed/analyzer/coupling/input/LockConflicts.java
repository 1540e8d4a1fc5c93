package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.WaitFigure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who waited for whose row locks. */
final class LockConflicts {

  private final ServiceMapping mapping;
  private final PartyLevel level;
  private final Parties parties;
  private final CoupledTables tables;

  LockConflicts(ServiceMapping mapping, PartyLevel level, Parties parties, CoupledTables tables) {
    this.mapping = mapping;
    this.level = level;
    this.parties = parties;
    this.tables = tables;
  }

  /** All of them, the longest wait first. */
  List<LockConflict> of(List<CoupledData> data) {
    List<LockConflict> conflicts = new ArrayList<>();
    for (CoupledData each : data) {
      for (CoupledServer server : each.servers()) {
        add(each.name(), server.observed().lockWaits(), conflicts);
      }
    }
    conflicts.sort(
        Comparator.comparingLong(LockConflict::waitedMicros)
            .thenComparingLong(LockConflict::waits)
            .reversed()
            .thenComparing(LockConflict::toString));
    return conflicts;
  }

  private void add(
      String dataSet,
      ObservationTable<LockWaits.Key, WaitFigure> waits,
      List<LockConflict> conflicts) {
    for (int row = 0; row < waits.size(); row++) {
      LockWaits.Key key = waits.key(row);
      conflicts.add(
          new LockConflict(
              party(key.waitingOrigin()),
              party(key.blockingOrigin()),
              dataSet,
              tables.find(dataSet, key.schema(), key.table()),
              key.waitingDigest(),
              key.blockingDigest(),
              waits.value(row, WaitFigure.WAITS),
              waits.value(row, WaitFigure.WAITED_MICROS)));
    }
  }

  private int party(dev.watershed.workload.Origin origin) {
    return parties.find(level.of(mapping.attribute(origin))).orElse(parties.unattributed());
  }
}
