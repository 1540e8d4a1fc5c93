package dev.watershed.analyzer.structure;

import java.util.Objects;

/**
 * How evidence is weighed. docs/coupling.md has the measurements that decided {@link #standard()}.
 *
 * @param damping what a statement or transaction class counts for
 * @param overlap whether ties count by how many neighbours their ends share: random statements tie
 *     tables that share none
 * @param services what all services of a table together count for, where there are several; 1 is a
 *     statement of mean weight
 * @param names what the beginnings of a table's name together count for
 * @param foreignKeys what a foreign key counts for
 * @param resolution of modularity: more makes more and smaller clusters
 * @param seeds how often clusters are sought
 */
public record StructureMethod(
    Damping damping,
    boolean overlap,
    double services,
    double names,
    double foreignKeys,
    double resolution,
    int seeds) {

  /** What a statement counts for. */
  public enum Damping {
    /** Its calls. */
    CALLS,
    /** ln(1 + calls): a hot statement is more than a cold one, and not all. */
    LOGARITHM,
    /** One, however often it ran. */
    PRESENCE
  }

  public StructureMethod {
    Objects.requireNonNull(damping, "damping");
    if (!(services >= 0) || !(names >= 0) || !(foreignKeys >= 0) || !(resolution > 0)) {
      throw new IllegalArgumentException(
          "weights " + services + ", " + names + ", " + foreignKeys + ", " + resolution);
    }
    if (seeds < 2) {
      throw new IllegalArgumentException(seeds + " seeds say nothing of stability");
    }
  }

  /** That of the command line. */
  public static StructureMethod standard() {
    return new StructureMethod(Damping.LOGARITHM, true, 2, 0.5, 1, 0.5, 5);
  }
}
