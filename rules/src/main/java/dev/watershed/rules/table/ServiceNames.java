package dev.watershed.rules.table;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import java.util.Optional;

/** Names services as configurations do: {@code service} or {@code service/module}. */
final class ServiceNames {

  private ServiceNames() {}

  /** The name of a party; empty where no service claims what it sends. */
  static Optional<String> of(CouplingInput input, int party) {
    return input.parties().isService(party)
        ? Optional.of(input.parties().name(party))
        : Optional.empty();
  }
}
