package dev.watershed.cli.config;

import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.book.RuleBook;
import dev.watershed.rules.fleet.Agreements;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.rules.fleet.SensitiveColumn;
import dev.watershed.rules.own.OwnRule;
import dev.watershed.rules.own.SqlText;
import dev.watershed.rules.rule.ActiveRule;
import dev.watershed.rules.rule.RuleKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code budgets}, {@code sensitive} and {@code rules}, from several files, into the rules in
 * force.
 */
final class RuleReader {

  /** The keys of what may be agreed with a service. */
  static final List<String> BOUNDS =
      List.of("p95Millis", "p99Millis", "timeShare", "callsPerSecond", "errorShare");

  private final List<Budget> budgets = new ArrayList<>();
  private final List<SensitiveColumn> sensitive = new ArrayList<>();
  private final Set<String> budgeted = new HashSet<>();
  private final Map<String, YamlObject> settings = new LinkedHashMap<>();
  private final Map<String, SqlText> queries = new LinkedHashMap<>();

  /**
   * Reads a file.
   *
   * @param folder where it is
   */
  void read(YamlObject file, Path folder) {
    for (YamlObject object : file.objects("budgets")) {
      object.text("service").ifPresent(service -> budget(object, service));
    }
    sensitive.addAll(file.values("sensitive", SensitiveColumn::parse));
    for (YamlObject object : file.objects("rules")) {
      object.text("rule").ifPresent(name -> rule(object, name, folder));
    }
  }

  /** What people agreed on, in the order of the files. */
  Agreements agreements() {
    return new Agreements(budgets, sensitive);
  }

  /** The rules, in each environment that one of them names. */
  RuleSets sets() {
    SortedMap<String, RuleBook> environments = new TreeMap<>();
    for (YamlObject object : settings.values()) {
      for (YamlObject all : object.object(RuleLayers.ENVIRONMENTS).stream().toList()) {
        for (String name : all.keys()) {
          environments.computeIfAbsent(name, added -> book(Optional.of(added)));
        }
      }
    }
    return new RuleSets(book(Optional.empty()), environments, names());
  }

  /** The names of all rules. */
  List<String> names() {
    return Stream.concat(BuiltInSettings.names().stream(), queries.keySet().stream()).toList();
  }

  /** The rules that are not off, those that are built in first, in a fixed order. */
  private RuleBook book(Optional<String> environment) {
    List<ActiveRule> rules = new ArrayList<>();
    for (RuleKind kind : BuiltInRules.kinds()) {
      Optional<RuleLayers> layers =
          Optional.ofNullable(settings.get(kind.name()))
              .map(object -> RuleLayers.of(object, environment));
      BuiltInSettings.active(kind, layers).ifPresent(rules::add);
    }
    queries.forEach(
        (name, query) -> {
          RuleLayers layers = RuleLayers.of(settings.get(name), environment);
          RuleKind kind = OwnRule.kind(OwnRuleReader.definition(settings.get(name), query, layers));
          BuiltInSettings.active(kind, Optional.of(layers)).ifPresent(rules::add);
        });
    return new RuleBook(rules);
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

  private void rule(YamlObject object, String name, Path folder) {
    if (settings.putIfAbsent(name, object) != null) {
      object.problem("rule", "there are already settings of '" + name + "'");
    }
    if (OwnRuleReader.is(object)) {
      OwnRuleReader.query(object, folder).ifPresent(query -> queries.putIfAbsent(name, query));
      return;
    }
    Optional<RuleKind> kind = BuiltInRules.kind(name);
    if (kind.isPresent()) {
      BuiltInSettings.check(object, kind.get());
    } else {
      object.problem(
          "rule",
          GateReader.unknown(name, BuiltInSettings.names())
              + " (a rule of one's own has sql or file)");
    }
  }
}
