package dev.watershed.cli.config;

import dev.watershed.rules.Budget;
import dev.watershed.rules.BudgetP95Rule;
import dev.watershed.rules.FullScansRule;
import dev.watershed.rules.Rule;
import dev.watershed.rules.Severity;
import dev.watershed.rules.UnattributedShareRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads {@code budgets} and {@code rules}, from several files, into the rules in force. */
final class RuleReader {

  static final List<String> RULES =
      List.of(BudgetP95Rule.NAME, UnattributedShareRule.NAME, FullScansRule.NAME);
  static final List<String> SEVERITIES = List.of("error", "warning", "info", "off");

  private static final Set<String> COMMON = Set.of("rule", "severity");
  private static final Map<String, Set<String>> PARAMETERS =
      Map.of(
          BudgetP95Rule.NAME, Set.of("minCalls"),
          UnattributedShareRule.NAME, Set.of("maxShare"),
          FullScansRule.NAME, Set.of("minCalls", "minSeconds", "fullScanShare", "examinedPerSent"));

  private final List<Budget> budgets = new ArrayList<>();
  private final Set<String> budgeted = new HashSet<>();
  private final Map<String, YamlObject> settings = new HashMap<>();

  void read(YamlObject file) {
    for (YamlObject object : file.objects("budgets")) {
      Optional<String> service = object.text("service");
      if (service.isPresent() && object.number("p95Millis").isPresent()) {
        budget(object, service.get(), object.number("p95Millis").getAsDouble());
      }
    }
    for (YamlObject object : file.objects("rules")) {
      object.text("rule").filter(RULES::contains).ifPresent(rule -> setting(object, rule));
    }
  }

  /** What was agreed with services, in the order of the files. */
  List<Budget> budgets() {
    return List.copyOf(budgets);
  }

  /** The rules that are not off, in a fixed order. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    rule(BudgetP95Rule.NAME, Severity.ERROR, this::budgetRule).ifPresent(rules::add);
    rule(UnattributedShareRule.NAME, Severity.WARNING, this::unattributed).ifPresent(rules::add);
    rule(FullScansRule.NAME, Severity.WARNING, this::fullScans).ifPresent(rules::add);
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

  private void setting(YamlObject object, String rule) {
    if (settings.putIfAbsent(rule, object) != null) {
      object.problem("rule", "there are already settings of '" + rule + "'");
    }
    for (String key : object.keys()) {
      if (!COMMON.contains(key) && !PARAMETERS.get(rule).contains(key)) {
        object.problem(
            key,
            "is no parameter of "
                + rule
                + "; expected "
                + String.join(", ", PARAMETERS.get(rule).stream().sorted().toList()));
      }
    }
  }

  @FunctionalInterface
  private interface Maker {
    Rule make(Optional<YamlObject> settings, Severity severity);
  }

  private Optional<Rule> rule(String name, Severity usual, Maker maker) {
    Optional<YamlObject> object = Optional.ofNullable(settings.get(name));
    String severity = object.flatMap(set -> set.text("severity")).orElse(usual.key());
    return severity.equals("off")
        ? Optional.empty()
        : checked(object, () -> maker.make(object, severity(severity, usual)));
  }

  /** A parameter out of its bounds becomes a problem of the configuration. */
  private static Optional<Rule> checked(Optional<YamlObject> object, Supplier<Rule> rule) {
    try {
      return Optional.of(rule.get());
    } catch (IllegalArgumentException e) {
      object.ifPresent(set -> set.problem(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Severity severity(String word, Severity usual) {
    for (Severity severity : Severity.values()) {
      if (severity.key().equals(word)) {
        return severity;
      }
    }
    return usual;
  }

  private Rule budgetRule(Optional<YamlObject> set, Severity severity) {
    return new BudgetP95Rule(
        budgets, severity, whole(set, "minCalls", BudgetP95Rule.USUAL_MIN_CALLS));
  }

  private Rule unattributed(Optional<YamlObject> set, Severity severity) {
    double share = number(set, "maxShare", UnattributedShareRule.USUAL_MAX_SHARE);
    return new UnattributedShareRule(share, severity);
  }

  private Rule fullScans(Optional<YamlObject> set, Severity severity) {
    FullScansRule.Thresholds usual = FullScansRule.Thresholds.USUAL;
    return new FullScansRule(
        new FullScansRule.Thresholds(
            whole(set, "minCalls", usual.minCalls()),
            number(set, "minSeconds", usual.minSeconds()),
            number(set, "fullScanShare", usual.fullScanShare()),
            number(set, "examinedPerSent", usual.examinedPerSent())),
        severity);
  }

  private static long whole(Optional<YamlObject> set, String key, long usual) {
    return set.isPresent() ? set.get().whole(key).orElse(usual) : usual;
  }

  private static double number(Optional<YamlObject> set, String key, double usual) {
    return set.isPresent() ? set.get().number(key).orElse(usual) : usual;
  }
}
