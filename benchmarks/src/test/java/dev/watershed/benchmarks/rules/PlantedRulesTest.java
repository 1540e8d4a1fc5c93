package dev.watershed.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlantedRulesTest {

  /** A rule that fires on nothing leaves every trap alone. */
  @Test
  void trapsAreOfRulesThatFireInSuchARun() {
    Set<String> firing =
        PlantedRules.EXPECTED.stream()
            .filter(expected -> expected.needs() != PlantedRules.Needs.MORE)
            .map(PlantedRules.Expected::rule)
            .collect(Collectors.toSet());
    assertThat(PlantedRules.TRAPS).isNotEmpty();
    PlantedRules.TRAPS.forEach(
        (trap, rules) -> assertThat(firing).as(trap).isNotEmpty().containsAll(rules));
  }
}
