package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.consolidation.room.CostShift;
import dev.watershed.analyzer.consolidation.room.FleetRoom;
import dev.watershed.analyzer.consolidation.room.ServerRoom;
import java.util.List;
import java.util.Objects;

/**
 * What a step changes for servers and what they cost.
 *
 * @param shifts cost that another service would cause; it saves nothing
 */
public record RoomChange(FleetRoom before, FleetRoom after, List<CostShift> shifts) {

  public RoomChange {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    shifts = List.copyOf(shifts);
  }

  /** Whether data gets to another server or away, so that servers need more or less. */
  public boolean changes() {
    return !before.equals(after);
  }

  /** The servers that need more or less than before, as they are afterwards. */
  public List<ServerRoom> changed() {
    return after.servers().stream().filter(room -> !before.servers().contains(room)).toList();
  }
}
