package dev.watershed.analyzer.coupling;

/**
 * How a service hangs together with others by tables; hubs do not count.
 *
 * @param party its index
 * @param ownedTables tables that it owns, declared or proposed
 * @param afferent Ca: how many other services use tables that it owns
 * @param efferent Ce: how many other services' tables it uses
 * @param instability I = Ce / (Ca + Ce): 0 where others depend on it alone, 1 where it depends on
 *     others alone; 0 where there is neither
 */
public record ServiceMeasures(
    int party, int ownedTables, int afferent, int efferent, double instability) {

  static ServiceMeasures of(int party, int ownedTables, int afferent, int efferent) {
    int both = afferent + efferent;
    return new ServiceMeasures(
        party, ownedTables, afferent, efferent, both == 0 ? 0 : (double) efferent / both);
  }
}
