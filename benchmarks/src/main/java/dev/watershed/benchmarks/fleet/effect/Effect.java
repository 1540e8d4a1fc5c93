package dev.watershed.benchmarks.fleet.effect;

/**
 * What a run showed of a planted case.
 *
 * @param id of the case
 * @param measured what the figure is, with its unit
 * @param figure what the logs hold
 * @param least from which figure on the case can be seen
 */
public record Effect(String id, String measured, double figure, double least) {

  public Effect {
    if (id.isEmpty() || measured.isEmpty() || !(least > 0)) {
      throw new IllegalArgumentException("effect of " + id);
    }
  }

  /** Whether the case can be seen. */
  public boolean visible() {
    return figure >= least;
  }
}
