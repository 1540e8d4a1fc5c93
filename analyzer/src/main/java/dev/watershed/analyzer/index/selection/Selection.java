package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisorOptions;
import java.util.Set;

/** Chooses candidates. */
@FunctionalInterface
public interface Selection {

  /** The places of the chosen candidates, within the budget. */
  Set<Integer> choose(Workbench workbench, AdvisorOptions options, double observedSeconds);
}
