package dev.watershed.analyzer.inference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a walk found so far. */
final class Findings {

  private record Touched(String table, boolean written) {}

  private final Map<Touched, InferredTouch> touches = new LinkedHashMap<>();
  private final Map<String, Boolean> writtenByName = new HashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();

  /**
   * A table is touched.
   *
   * @param chain empty where the statement names it
   */
  void touch(String table, boolean written, List<Link> chain) {
    if (chain.isEmpty()) {
      writtenByName.merge(table, written, Boolean::logicalOr);
    } else {
      touches.putIfAbsent(new Touched(table, written), new InferredTouch(table, written, chain));
    }
  }

  /** Something could not be followed. */
  void unknown(String what) {
    unknown.add(what);
  }

  /** The tables that the statement touches beyond what it says itself. */
  Inference inference() {
    return new Inference(
        touches.values().stream().filter(touch -> !isNamed(touch)).toList(), List.copyOf(unknown));
  }

  private boolean isNamed(InferredTouch touch) {
    Boolean written = writtenByName.get(touch.table());
    return written != null && (written || !touch.written());
  }
}
