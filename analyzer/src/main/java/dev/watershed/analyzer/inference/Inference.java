package dev.watershed.analyzer.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables that a statement touches without naming them.
 *
 * @param touches ordered by table, each at most once read and once written
 * @param unknown what could not be followed, a clause each
 */
public record Inference(List<InferredTouch> touches, List<String> unknown) {

  /** A statement that touches nothing but what it names. */
  public static final Inference NONE = new Inference(List.of(), List.of());

  private record Key(String table, boolean written) {}

  public Inference {
    touches =
        touches.stream()
            .sorted(
                Comparator.comparing(InferredTouch::table).thenComparing(InferredTouch::written))
            .toList();
    unknown = List.copyOf(unknown);
  }

  /** This and what another catalog or schema adds; of two ways to a table the shorter one stays. */
  public Inference and(Inference other) {
    Map<Key, InferredTouch> all = new LinkedHashMap<>();
    for (Inference one : List.of(this, other)) {
      for (InferredTouch touch : one.touches) {
        all.merge(
            new Key(touch.table(), touch.written()),
            touch,
            (a, b) -> b.chain().size() < a.chain().size() ? b : a);
      }
    }
    Set<String> sentences = new LinkedHashSet<>(unknown);
    sentences.addAll(other.unknown);
    return new Inference(new ArrayList<>(all.values()), List.copyOf(sentences));
  }
}
