package dev.watershed.analyzer.index.shape;

/**
 * Which sources have to be read before a value is known, as bits of their numbers.
 *
 * @param any whether one of them is enough
 */
public record Needs(long sources, boolean any) {

  /** The value is known from the beginning. */
  public static final Needs NOTHING = new Needs(0, false);

  /** Whether the value is known once these sources are read. */
  public boolean metBy(long read) {
    return sources == 0 || (any ? (sources & read) != 0 : (sources & read) == sources);
  }

  /** Whether nothing has to be read. */
  public boolean nothing() {
    return sources == 0;
  }
}
