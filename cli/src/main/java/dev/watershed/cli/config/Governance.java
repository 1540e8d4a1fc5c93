package dev.watershed.cli.config;

import dev.watershed.analyzer.decision.Decision;
import java.util.List;

/**
 * What people agreed on in files beside the configuration.
 *
 * @param decisions about findings, in the order of the ledger
 * @param hasLedger whether the configuration names a ledger
 */
public record Governance(List<Decision> decisions, boolean hasLedger) {

  /** Nothing agreed. */
  static final Governance NONE = new Governance(List.of(), false);

  public Governance {
    decisions = List.copyOf(decisions);
  }
}
