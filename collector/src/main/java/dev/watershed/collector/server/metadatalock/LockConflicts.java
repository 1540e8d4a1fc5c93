package dev.watershed.collector.server.metadatalock;

import java.util.Map;
import java.util.Set;

/**
 * Which metadata locks exclude each other: the compatibility matrices of MDL_object_lock and
 * MDL_scoped_lock. Source: MySQL's sql/mdl.cc, "Helper struct which defines how different types of
 * locks are handled".
 */
final class LockConflicts {

  private static final String EXCLUSIVE = "EXCLUSIVE";
  private static final String NO_READ_WRITE = "SHARED_NO_READ_WRITE";
  private static final String NO_WRITE = "SHARED_NO_WRITE";
  private static final String READ_ONLY = "SHARED_READ_ONLY";
  private static final String UPGRADABLE = "SHARED_UPGRADABLE";
  private static final String WRITE = "SHARED_WRITE";
  private static final String WRITE_LOW = "SHARED_WRITE_LOW_PRIO";
  private static final String READ = "SHARED_READ";
  private static final String SHARED = "SHARED";
  private static final String INTENTION = "INTENTION_EXCLUSIVE";

  /** For a lock that is asked for, the held ones that it has to wait for. */
  private static final Map<String, Set<String>> EXCLUDED =
      Map.of(
          "SHARED_HIGH_PRIO",
          Set.of(EXCLUSIVE),
          READ,
          Set.of(EXCLUSIVE, NO_READ_WRITE),
          WRITE,
          Set.of(EXCLUSIVE, NO_READ_WRITE, NO_WRITE, READ_ONLY),
          WRITE_LOW,
          Set.of(EXCLUSIVE, NO_READ_WRITE, NO_WRITE, READ_ONLY),
          UPGRADABLE,
          Set.of(EXCLUSIVE, NO_READ_WRITE, NO_WRITE, UPGRADABLE),
          READ_ONLY,
          Set.of(EXCLUSIVE, NO_READ_WRITE, WRITE, WRITE_LOW),
          NO_WRITE,
          Set.of(EXCLUSIVE, NO_READ_WRITE, NO_WRITE, UPGRADABLE, WRITE, WRITE_LOW),
          INTENTION,
          Set.of(EXCLUSIVE, SHARED),
          SHARED,
          Set.of(EXCLUSIVE, INTENTION));

  /** What only these let pass. */
  private static final Set<String> PASSES_NO_READ_WRITE = Set.of(SHARED, "SHARED_HIGH_PRIO");

  private LockConflicts() {}

  /** Whether one that is asked for has to wait for another one; unknown ones do. */
  static boolean exclude(String wanted, String held) {
    if (wanted.equals(NO_READ_WRITE)) {
      return !PASSES_NO_READ_WRITE.contains(held);
    }
    Set<String> excluded = EXCLUDED.get(wanted);
    return excluded == null || excluded.contains(held);
  }
}
