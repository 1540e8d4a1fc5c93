package dev.watershed.analyzer.ranking;

import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/** The rows of the minute table by their slot. */
final class MinuteGroups implements GroupedRows {

  private final MinuteTable minutes;
  private final OriginGrouping services;
  private final Duration width;
  private final LongIntHashMap groupOfMinute = new LongIntHashMap();
  private final LongArrayList minuteOfGroup = new LongArrayList();
  private final FigureTable figures = new FigureTable();

  MinuteGroups(Workload workload, OriginGrouping services) {
    this.minutes = workload.minutes();
    this.services = services;
    this.width = Duration.ofMinutes(workload.quality().slotMinutes());
    for (int row = 0; row < minutes.size(); row++) {
      figures.add(groupOf(row), minutes, row);
    }
  }

  @Override
  public FigureTable figures() {
    return figures;
  }

  @Override
  public String name(int group) {
    return key(group, Companions.NONE).name();
  }

  @Override
  public List<Companions> companions(int[] shown) {
    CompanionTimes times = new CompanionTimes(figures.size(), shown);
    for (int row = 0; row < minutes.size(); row++) {
      long micros = minutes.value(row, Measure.TIME_MICROS);
      times.addService(groupOf(row), services.groupOf(minutes.originIndex(row)), micros);
    }
    return times.companions(services::key, schema -> Schemas.UNKNOWN);
  }

  @Override
  public GroupKey key(int group, Companions companions) {
    Instant from = Instant.EPOCH.plus(minuteOfGroup.get(group), ChronoUnit.MINUTES);
    return new GroupKey.Slot(from, width);
  }

  private int groupOf(int row) {
    long minute = minutes.minute(row);
    int group = groupOfMinute.getIfAbsent(minute, -1);
    if (group < 0) {
      group = minuteOfGroup.size();
      groupOfMinute.put(minute, group);
      minuteOfGroup.add(minute);
    }
    return group;
  }
}
