package dev.watershed.cli.config;

import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code budgets} and {@code rules}, from several files, into the rules in force. */
final class RuleReader {

  private static final String OFF = "off";

  static final List<String> SEVERITIES =
      Stream.concat(Stream.of(Severity.values()).map(Severity::key), Stream.of(OFF)).toList();

  private static final Set<String> COMMON = Set.of("rule", "severity");

  private final List<Budget> budgets = new ArrayList<>();
  private final Set<String> budgeted = new HashSet<>();
  private final Map<String, YamlObject> settings = new HashMap<>();

  /** The names of the rules that are built in. */
  static List<String> names() {
    return BuiltInRules.kinds().stream().map(RuleKind::name).toList();
  }

  void read(YamlObject file) {
    for (YamlObject object : file.objects("budgets")) {
      Optional<String> service = object.text("service");
      if (service.isPresent() && object.number("p95Millis").isPresent()) {
        budget(object, service.get(), object.number("p95Millis").getAsDouble());
      }
    }
    for (YamlObject object : file.objects("rules")) {
      object.text("rule").flatMap(BuiltInRules::kind).ifPresent(kind -> setting(object, kind));
    }
  }

  /** What was agreed with services, in the order of the files. */
  List<Budget> budgets() {
    return List.copyOf(budgets);
  }

  /** The rules that are not off, in a fixed order. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (RuleKind kind : BuiltInRules.kinds()) {
      Optional<YamlObject> set = Optional.ofNullable(settings.get(kind.name()));
      String severity = set.flatMap(object -> object.text("severity")).orElse(kind.usual().key());
      if (!severity.equals(OFF)) {
        rules.add(
            kind.maker()
                .apply(new RuleSettings(severity(severity, kind.usual()), given(kind, set))));
      }
    }
    return rules;
  }

  private void budget(YamlObject object, String service, double p95Millis) {
    if (!budgeted.add(service)) {
      object.problem("service", "there is already a budget of '" + service + "'");
    } else if (p95Millis > 0) {
      budgets.add(new Budget(service, p95Millis));
    } else {
      object.problem("p95Millis", "expected more than 0");
    }
  }

  private void setting(YamlObject object, RuleKind kind) {
    if (settings.putIfAbsent(kind.name(), object) != null) {
      object.problem("rule", "there are already settings of '" + kind.name() + "'");
    }
    for (String key : object.keys()) {
      if (!COMMON.contains(key) && kind.parameter(key).isEmpty()) {
        object.problem(key, "is no parameter of " + kind.name() + "; " + parameters(kind));
      }
    }
    for (Parameter parameter : kind.parameters()) {
      OptionalDouble value = value(object, parameter);
      if (value.isPresent() && !parameter.allows(value.getAsDouble())) {
        object.problem(parameter.name(), "expected " + parameter.expected());
      }
    }
  }

  private static String parameters(RuleKind kind) {
    return kind.parameters().isEmpty()
        ? "it has none"
        : kind.parameters().stream()
            .map(Parameter::name)
            .sorted()
            .collect(Collectors.joining(", ", "expected ", ""));
  }

  private static Map<Parameter, Double> given(RuleKind kind, Optional<YamlObject> set) {
    Map<Parameter, Double> given = new HashMap<>();
    for (Parameter parameter : kind.parameters()) {
      OptionalDouble value =
          set.map(object -> value(object, parameter)).orElse(OptionalDouble.empty());
      if (value.isPresent() && parameter.allows(value.getAsDouble())) {
        given.put(parameter, value.getAsDouble());
      }
    }
    return given;
  }

  private static OptionalDouble value(YamlObject object, Parameter parameter) {
    return parameter.whole()
        ? object.whole(parameter.name()).stream().asDoubleStream().findFirst()
        : object.number(parameter.name());
  }

  private static Severity severity(String word, Severity usual) {
    for (Severity severity : Severity.values()) {
      if (severity.key().equals(word)) {
        return severity;
      }
    }
    return usual;
  }
}
