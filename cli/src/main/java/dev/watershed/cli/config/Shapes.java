package dev.watershed.cli.config;

import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.rule.Parameter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of the configuration: the same as in {@code docs/watershed.schema.json}. */
final class Shapes {

  private static final Shape TEXT = new Shape.Text();
  private static final Shape TEXTS = new Shape.Items(TEXT);

  private Shapes() {}

  /** A configuration file. */
  static Shape.Keys configuration() {
    return keys(
        Set.of(),
        key("store", TEXT),
        key("samples", new Shape.Word(List.of("redacted", "raw"))),
        key("servers", new Shape.Items(server())),
        key("services", new Shape.Items(service())),
        key("include", TEXTS),
        key("sensitive", TEXTS),
        key("calendar", new Shape.Items(season())),
        key("budgets", new Shape.Items(budget())),
        key("rules", new Shape.Items(rule())),
        key("suppressions", new Shape.Items(suppression())),
        key("baseline", TEXT),
        key("ratchet", new Shape.Items(ratchet())),
        key("decisions", TEXT),
        key("migrations", new Shape.Items(migration())),
        key("owners", new Shape.Items(owner())),
        key("aliases", new Shape.Entries(TEXT)),
        key("calls", new Shape.Items(call())),
        key("deployments", TEXT));
  }

  /** A file that another one includes: what a service may keep beside its code. */
  static Shape.Keys included() {
    Map<String, Shape> keys = new LinkedHashMap<>(configuration().keys());
    keys.keySet()
        .retainAll(
            Set.of(
                "services",
                "sensitive",
                "budgets",
                "rules",
                "suppressions",
                "migrations",
                "deployments"));
    return new Shape.Keys(keys, Set.of());
  }

  private static Shape.Keys server() {
    return keys(
        Set.of("name"),
        key("name", TEXT),
        key("url", TEXT),
        key("user", TEXT),
        key("password", TEXT),
        key("trustStorePassword", TEXT),
        key("keyStorePassword", TEXT),
        key("slowLog", TEXT),
        key("longQueryTimeSeconds", new Shape.Number(0)),
        key("sampleRate", new Shape.Whole(1)),
        key("timeZone", TEXT),
        key("sqlMode", TEXT),
        key("catalog", TEXT),
        key(
            "proxy",
            keys(
                Set.of("digests"),
                key("digests", TEXT),
                key("hostgroups", new Shape.Items(new Shape.Whole(0))))),
        key("cluster", TEXT),
        key("role", new Shape.Word(List.of("primary", "replica"))),
        key(
            "capacity",
            keys(
                Set.of(),
                key("cpus", new Shape.Number(0)),
                key("bufferPoolGiB", new Shape.Number(0)),
                key("metrics", TEXT))),
        key(
            "cost",
            keys(
                Set.of("currency", "perMonth"),
                key("currency", TEXT),
                key("perMonth", new Shape.Number(0)))));
  }

  private static Shape.Keys service() {
    Shape.Keys module = module();
    Map<String, Shape> keys = new LinkedHashMap<>(module.keys());
    keys.put("modules", new Shape.Items(module));
    return new Shape.Keys(keys, module.required());
  }

  private static Shape.Keys module() {
    return keys(
        Set.of("name"),
        key("name", TEXT),
        key("team", TEXT),
        key("match", match()),
        key("owns", TEXTS),
        key("reads", TEXTS),
        key("paths", TEXTS),
        key("deployed", TEXT));
  }

  private static Shape.Keys match() {
    return keys(
        Set.of(),
        key("users", TEXTS),
        key("hosts", TEXTS),
        key("programs", TEXTS),
        key("comments", new Shape.Entries(new Shape.TextOrTexts())));
  }

  private static Shape.Keys season() {
    return keys(
        Set.of("name", "from", "to"), key("name", TEXT), key("from", TEXT), key("to", TEXT));
  }

  private static Shape.Keys budget() {
    return keys(
        Set.of("service"),
        key("service", TEXT),
        key("p95Millis", new Shape.Number(0)),
        key("p99Millis", new Shape.Number(0)),
        key("timeShare", new Shape.Number(0)),
        key("callsPerSecond", new Shape.Number(0)),
        key("errorShare", new Shape.Number(0)));
  }

  /** Settings and parameters of all rules; {@link RuleReader} says which belong to which. */
  private static Shape.Keys rule() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("rule", new Shape.Name(BuiltInSettings.names()));
    keys.put("shadow", new Shape.Flag());
    keys.put("title", TEXT);
    keys.put("sql", TEXT);
    keys.put("file", TEXT);
    keys.put("judges", new Shape.Word(OwnRuleReader.JUDGES));
    keys.put("timeLimitSeconds", new Shape.Whole(1));
    keys.putAll(ruleSettings());
    keys.put("environments", new Shape.Entries(new Shape.Keys(ruleSettings(), Set.of())));
    return new Shape.Keys(keys, Set.of("rule"));
  }

  /** What may be another one in each environment. */
  private static Map<String, Shape> ruleSettings() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("severity", new Shape.Word(BuiltInSettings.SEVERITIES));
    keys.put("onInconclusive", new Shape.Word(BuiltInSettings.ON_INCONCLUSIVE));
    keys.put("warn_if", TEXT);
    keys.put("error_if", TEXT);
    keys.put("parameters", new Shape.Entries(TEXT));
    BuiltInRules.kinds().stream()
        .flatMap(kind -> kind.parameters().stream())
        .sorted(Comparator.comparingDouble(Parameter::least))
        .forEach(
            parameter ->
                keys.putIfAbsent(
                    parameter.name(),
                    parameter.whole()
                        ? new Shape.Whole((long) parameter.least())
                        : new Shape.Number((long) parameter.least())));
    return keys;
  }

  private static Shape.Keys suppression() {
    return keys(
        Set.of("rule", "subject", "owner", "reason", "until"),
        key("rule", TEXT),
        key("subject", TEXT),
        key("owner", TEXT),
        key("reason", TEXT),
        key("until", TEXT));
  }

  private static Shape.Keys ratchet() {
    return keys(
        Set.of("team", "max"),
        key("team", TEXT),
        key("rule", new Shape.Name(BuiltInSettings.names())),
        key("max", new Shape.Whole(0)));
  }

  private static Shape.Keys migration() {
    return keys(
        Set.of("path"),
        key("path", TEXT),
        key("tool", TEXT),
        key("server", TEXT),
        key("schema", TEXT),
        key("history", TEXT),
        key("placeholders", new Shape.Entries(new Shape.AnyText())));
  }

  private static Shape.Keys owner() {
    return keys(
        Set.of(),
        key("codeowners", TEXT),
        key("backstage", TEXT),
        key("tables", TEXT),
        key("lists", TEXT),
        key("schema", TEXT),
        key("owner", new Shape.TextOrTexts()),
        key("root", TEXT));
  }

  private static Shape.Keys call() {
    return keys(
        Set.of(),
        key("csv", TEXT),
        key("serviceGraph", new Shape.TextOrTexts()),
        key("seconds", new Shape.Number(0)),
        key("values", new Shape.Word(List.of("total", "increase", "rate"))));
  }

  private static Map.Entry<String, Shape> key(String name, Shape shape) {
    return Map.entry(name, shape);
  }

  @SafeVarargs
  private static Shape.Keys keys(Set<String> required, Map.Entry<String, Shape>... entries) {
    Map<String, Shape> keys = new LinkedHashMap<>();
    for (Map.Entry<String, Shape> entry : entries) {
      keys.put(entry.getKey(), entry.getValue());
    }
    return new Shape.Keys(keys, required);
  }
}
