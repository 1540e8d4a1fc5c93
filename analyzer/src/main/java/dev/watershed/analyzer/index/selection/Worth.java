package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisorOptions;
import java.util.Set;

/**
 * Whether indexes pay: they have to spare some cost for each second and for a call, and either a
 * part of what the statements that gain cost today, or a part of what all cost today. A large gain
 * is never hidden by being a small part of a large cost, and a small one is not made large by an
 * index that has already brought the rest.
 */
final class Worth {

  private final AdvisorOptions options;
  private final double leastGain;
  private final double costOfAll;

  Worth(Workbench workbench, AdvisorOptions options, double observedSeconds) {
    this.options = options;
    leastGain = Math.max(options.leastGainPerSecond() * observedSeconds, 1e-9);
    costOfAll = workbench.objective(Set.of());
  }

  boolean pays(Chosen.Change change) {
    return change.gain() >= leastGain
        && change.gainOfCall() >= options.leastGainPerCall()
        && (change.gain() >= options.leastShareOfStatements() * change.costToday()
            || change.gain() >= options.leastShareOfServer() * costOfAll);
  }
}
