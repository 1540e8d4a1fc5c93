package dev.watershed.analyzer.ranking;

import dev.watershed.workload.Origin;
import dev.watershed.workload.Workload;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Rows by something that follows from the origin: its service, its module, its account. */
final class OriginGrouping implements Grouping {

  private final Workload workload;
  private final int[] groupOfOrigin;
  private final NameIndex<GroupKey.Named> names = new NameIndex<>();

  OriginGrouping(Workload workload, Function<Origin, GroupKey.Named> nameOf) {
    this.workload = workload;
    List<Origin> origins = workload.origins();
    this.groupOfOrigin = new int[origins.size()];
    for (int origin = 0; origin < groupOfOrigin.length; origin++) {
      groupOfOrigin[origin] = names.indexOf(nameOf.apply(origins.get(origin)));
    }
  }

  @Override
  public void forEachGroup(int row, IntConsumer groups) {
    groups.accept(groupOf(workload.statements().originIndex(row)));
  }

  int groupOf(int originIndex) {
    return groupOfOrigin[originIndex];
  }

  int size() {
    return names.size();
  }

  @Override
  public String name(int group) {
    return key(group).name();
  }

  @Override
  public GroupKey.Named key(int group, Companions companions) {
    return key(group);
  }

  GroupKey.Named key(int group) {
    return names.name(group);
  }
}
