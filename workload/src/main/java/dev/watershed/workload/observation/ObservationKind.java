package dev.watershed.workload.observation;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * What a table of observations is made of.
 *
 * @param lumped the key that stands for all keys beyond the bound
 * @param figures all of them, in order
 * @param order in which keys are written
 * @param hash of a key, the same on every machine: it decides which keys stay
 * @param <K> what a row is of: a record
 * @param <F> the figures
 */
public record ObservationKind<K, F extends Enum<F> & ObservationFigure>(
    K lumped, List<F> figures, Comparator<K> order, ToLongFunction<K> hash) {

  public ObservationKind {
    Objects.requireNonNull(lumped, "lumped");
    figures = List.copyOf(figures);
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(hash, "hash");
  }
}
