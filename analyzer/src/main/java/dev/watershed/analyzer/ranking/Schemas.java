package dev.watershed.analyzer.ranking;

import dev.watershed.workload.WorkloadBuilder;
import java.util.List;

/** The schema names of a workload: which of them are names of schemas. */
public final class Schemas {

  static final GroupKey.Named UNKNOWN = new GroupKey.Named("(no schema)", false);

  /** The name that a workload's builder gives to the schemas beyond its bound. */
  private static final String LUMPED = "(other schemas)";

  private final List<String> names;

  public Schemas(List<String> names) {
    this.names = names;
  }

  /** Whether an index stands for one schema: not for none, and not for those lumped together. */
  public boolean known(int index) {
    return index > WorkloadBuilder.CARRIED_SCHEMA && !lumped(index);
  }

  /** Whether an index stands for the schemas beyond the bound. */
  boolean lumped(int index) {
    return index > WorkloadBuilder.CARRIED_SCHEMA && names.get(index).equals(LUMPED);
  }

  public String name(int index) {
    return names.get(index);
  }

  int size() {
    return names.size();
  }

  GroupKey.Named key(int index) {
    if (known(index)) {
      return new GroupKey.Named(names.get(index), true);
    }
    return lumped(index) ? new GroupKey.Named(names.get(index), false) : UNKNOWN;
  }
}
