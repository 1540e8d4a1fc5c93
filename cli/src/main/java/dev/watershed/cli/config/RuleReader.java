package dev.watershed.cli.config;

import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.fleet.Agreements;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.rules.fleet.SensitiveColumn;
import dev.watershed.rules.rule.ActiveRule;
import dev.watershed.rules.rule.Parameter;
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

/**
 * Reads {@code budgets}, {@code sensitive} and {@code rules}, from several files, into the rules in
 * force.
 */
final class RuleReader {

  private static final String OFF = "off";
  private static final String FAIL = "fail";

  static final List<String> ON_INCONCLUSIVE = List.of("warn", FAIL);

  static final List<String> SEVERITIES =
      Stream.concat(Stream.of(Severity.values()).map(Severity::key), Stream.of(OFF)).toList();

  /** The keys of what may be agreed with a service. */
  static final List<String> BOUNDS =
      List.of("p95Millis", "p99Millis", "timeShare", "callsPerSecond", "errorShare");

  private static final Set<String> COMMON = Set.of("rule", "severity", "onInconclusive", "shadow");

  private final List<Budget> budgets = new ArrayList<>();
  private final List<SensitiveColumn> sensitive = new ArrayList<>();
  private final Set<String> budgeted = new HashSet<>();
  private final Map<String, YamlObject> settings = new HashMap<>();

  /** The names of the rules that are built in. */
  static List<String> names() {
    return BuiltInRules.kinds().stream().map(RuleKind::name).toList();
  }

  void read(YamlObject file) {
    for (YamlObject object : file.objects("budgets")) {
      object.text("service").ifPresent(service -> budget(object, service));
    }
    sensitive.addAll(file.values("sensitive", SensitiveColumn::parse));
    for (YamlObject object : file.objects("rules")) {
      object.text("rule").flatMap(BuiltInRules::kind).ifPresent(kind -> setting(object, kind));
    }
  }

  /** What people agreed on, in the order of the files. */
  Agreements agreements() {
    return new Agreements(budgets, sensitive);
  }

  /** The rules that are not off, in a fixed order. */
  List<ActiveRule> rules() {
    List<ActiveRule> rules = new ArrayList<>();
    for (RuleKind kind : BuiltInRules.kinds()) {
      Optional<YamlObject> set = Optional.ofNullable(settings.get(kind.name()));
      String severity = set.flatMap(object -> object.text("severity")).orElse(kind.usual().key());
      if (!severity.equals(OFF)) {
        rules.add(
            new ActiveRule(
                kind,
                new RuleSettings(
                    severity(severity, kind.usual()), fails(kind, set), given(kind, set))));
      }
    }
    return rules;
  }

  /** The names of the rules on trial. */
  Set<String> shadowed() {
    return settings.entrySet().stream()
        .filter(each -> each.getValue().text("shadow").filter("true"::equals).isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void budget(YamlObject object, String service) {
    if (!budgeted.add(service)) {
      object.problem("service", "there is already a budget of '" + service + "'");
      return;
    }
    List<String> agreed = BOUNDS.stream().filter(key -> object.number(key).isPresent()).toList();
    for (String key : agreed) {
      if (!(object.number(key).getAsDouble() > 0)) {
        object.problem(key, "expected more than 0");
        return;
      }
    }
    if (agreed.isEmpty()) {
      object.problem("service", "expected one of " + String.join(", ", BOUNDS));
      return;
    }
    budgets.add(
        new Budget(
            service,
            object.number("p95Millis"),
            object.number("p99Millis"),
            object.number("timeShare"),
            object.number("callsPerSecond"),
            object.number("errorShare")));
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

  private static boolean fails(RuleKind kind, Optional<YamlObject> set) {
    return set.flatMap(object -> object.text("onInconclusive"))
        .map(FAIL::equals)
        .orElse(kind.agreed());
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
