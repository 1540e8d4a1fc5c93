package dev.watershed.cli.config;

import dev.watershed.rules.book.RuleBook;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules of a configuration, in each environment.
 *
 * @param chosen those in force
 * @param environments others, by the name of their environment
 * @param names of all rules, those that are off too
 */
public record RuleSets(
    RuleBook chosen, SortedMap<String, RuleBook> environments, List<String> names) {

  /** No rule at all. */
  static final RuleSets NONE = new RuleSets(new RuleBook(List.of()), new TreeMap<>(), List.of());

  public RuleSets {
    Objects.requireNonNull(chosen, "chosen");
    environments = Collections.unmodifiableSortedMap(new TreeMap<>(environments));
    names = List.copyOf(names);
  }

  /**
   * The same with the rules of an environment in force.
   *
   * @throws IllegalArgumentException if no rule names it
   */
  public RuleSets in(String environment) {
    RuleBook other = environments.get(environment);
    if (other == null) {
      throw new IllegalArgumentException(
          "no rule of the configuration names the environment '"
              + environment
              + "'; "
              + (environments.isEmpty()
                  ? "there are none"
                  : "there are " + String.join(", ", environments.keySet())));
    }
    return new RuleSets(other, environments, names);
  }
}
