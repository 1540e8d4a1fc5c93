package dev.watershed.cli.config;

import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.rule.ActiveRule;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an item of {@code rules} says of a rule that is built in. */
final class BuiltInSettings {

  private static final String OFF = "off";
  private static final String FAIL = "fail";

  static final List<String> ON_INCONCLUSIVE = List.of("warn", FAIL);

  static final List<String> SEVERITIES =
      Stream.concat(Stream.of(Severity.values()).map(Severity::key), Stream.of(OFF)).toList();

  private static final Set<String> COMMON =
      Set.of("rule", "severity", "onInconclusive", "shadow", RuleLayers.ENVIRONMENTS);

  private BuiltInSettings() {}

  /** The names of the rules that are built in. */
  static List<String> names() {
    return BuiltInRules.kinds().stream().map(RuleKind::name).toList();
  }

  /** Adds a problem for each key that is not one of the rule's, and each value that is wrong. */
  static void check(YamlObject item, RuleKind kind) {
    parameters(item, kind);
    item.object(RuleLayers.ENVIRONMENTS)
        .ifPresent(
            all ->
                all.keys()
                    .forEach(
                        name -> all.object(name).ifPresent(object -> parameters(object, kind))));
  }

  private static void parameters(YamlObject object, RuleKind kind) {
    for (String key : object.keys()) {
      if (!COMMON.contains(key) && kind.parameter(key).isEmpty()) {
        object.problem(key, "is no parameter of " + kind.name() + "; " + expected(kind));
      }
    }
    for (Parameter parameter : kind.parameters()) {
      OptionalDouble value =
          new RuleLayers(List.of(object)).number(parameter.name(), parameter.whole());
      if (value.isPresent() && !parameter.allows(value.getAsDouble())) {
        object.problem(parameter.name(), "expected " + parameter.expected());
      }
    }
  }

  private static String expected(RuleKind kind) {
    return kind.parameters().isEmpty()
        ? "it has none"
        : kind.parameters().stream()
            .map(Parameter::name)
            .sorted()
            .collect(Collectors.joining(", ", "expected ", ""));
  }

  /** The rule with its settings; empty if it is off. */
  static Optional<ActiveRule> active(RuleKind kind, Optional<RuleLayers> layers) {
    String severity = layers.flatMap(each -> each.text("severity")).orElse(kind.usual().key());
    if (severity.equals(OFF)) {
      return Optional.empty();
    }
    boolean fails =
        layers.flatMap(each -> each.text("onInconclusive")).map(FAIL::equals).orElse(kind.agreed());
    return Optional.of(
        new ActiveRule(
            kind, new RuleSettings(severity(severity, kind.usual()), fails, given(kind, layers))));
  }

  private static Map<Parameter, Double> given(RuleKind kind, Optional<RuleLayers> layers) {
    Map<Parameter, Double> given = new HashMap<>();
    for (Parameter parameter : kind.parameters()) {
      OptionalDouble value =
          layers
              .map(each -> each.number(parameter.name(), parameter.whole()))
              .orElse(OptionalDouble.empty());
      if (value.isPresent() && parameter.allows(value.getAsDouble())) {
        given.put(parameter, value.getAsDouble());
      }
    }
    return given;
  }

  private static Severity severity(String word, Severity usual) {
    return Stream.of(Severity.values())
        .filter(severity -> severity.key().equals(word))
        .findFirst()
        .orElse(usual);
  }
}
