package dev.watershed.cli.config;

import dev.watershed.analyzer.query.QueryValue;
import dev.watershed.rules.own.OwnRuleDefinition;
import dev.watershed.rules.own.SqlText;
import dev.watershed.rules.rule.RuleScope;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads an item of {@code rules} that is a query of a team's own. */
final class OwnRuleReader {

  /** What a rule may judge, as configurations say it. */
  static final List<String> JUDGES = Stream.of(RuleScope.values()).map(RuleScope::key).toList();

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final Set<String> KEYS =
      Set.of(
          "rule",
          "title",
          "sql",
          "file",
          "judges",
          "timeLimitSeconds",
          "severity",
          "onInconclusive",
          "shadow",
          "warn_if",
          "error_if",
          "parameters",
          RuleLayers.ENVIRONMENTS);

  private OwnRuleReader() {}

  /** Whether an item of {@code rules} is one. */
  static boolean is(YamlObject item) {
    return item.keys().contains("sql") || item.keys().contains("file");
  }

  /**
   * The query of an item; empty if it is wrong, which is a problem.
   *
   * @param folder where its files are
   */
  static Optional<SqlText> query(YamlObject item, Path folder) {
    String name = item.text("rule").orElse("");
    check(item, name);
    if (item.keys().contains("sql") && item.keys().contains("file")) {
      item.problem("file", "there is sql already; expected one of sql and file");
      return Optional.empty();
    }
    return item.keys().contains("sql") ? item.sql("sql") : file(item, folder);
  }

  private static void check(YamlObject item, String name) {
    if (BuiltInSettings.names().contains(name)) {
      item.problem("rule", "'" + name + "' is a rule that is built in; give yours another name");
    } else if (!NAME.matcher(name).matches()) {
      item.problem(
          "rule", "expected a name of small letters, digits and hyphens, such as no-myisam");
    }
    for (String key : item.keys()) {
      if (!KEYS.contains(key)) {
        item.problem(key, "is no key of a rule of one's own; its numbers go into parameters");
      }
    }
    Set<String> known =
        item.object("parameters").map(YamlObject::keys).map(Set::copyOf).orElse(Set.of());
    item.object(RuleLayers.ENVIRONMENTS)
        .ifPresent(all -> all.keys().forEach(each -> environment(all.object(each), known)));
  }

  private static void environment(Optional<YamlObject> environment, Set<String> known) {
    for (YamlObject object : environment.stream().toList()) {
      for (String key : object.keys()) {
        if (!KEYS.contains(key)) {
          object.problem(key, "is no key of a rule of one's own; its numbers go into parameters");
        }
      }
      for (YamlObject parameters : object.object("parameters").stream().toList()) {
        for (String key : parameters.keys()) {
          if (!known.contains(key)) {
            parameters.problem(key, "the rule has no such parameter beside its environments");
          }
        }
      }
    }
  }

  private static Optional<SqlText> file(YamlObject item, Path folder) {
    String name = item.text("file").orElse("");
    String shown = item.sibling(name);
    try {
      String text = Files.readString(folder.resolve(name));
      if (text.isBlank()) {
        item.problem("file", shown + " is empty; expected a SELECT");
        return Optional.empty();
      }
      return Optional.of(new SqlText(text, shown, 1));
    } catch (NoSuchFileException e) {
      item.problem("file", "there is no file " + shown);
    } catch (CharacterCodingException e) {
      item.problem("file", shown + " is not UTF-8 text; expected a SELECT");
    } catch (IOException e) {
      item.problem("file", shown + " cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** The rule with what an environment says of it. */
  static OwnRuleDefinition definition(YamlObject item, SqlText query, RuleLayers layers) {
    String name = item.text("rule").orElseThrow();
    return new OwnRuleDefinition(
        name,
        item.text("title").orElse("what the query of " + name + " returns"),
        scope(item),
        query,
        condition(layers, "warn_if"),
        condition(layers, "error_if"),
        parameters(layers),
        item.whole("timeLimitSeconds").stream()
            .mapToObj(Duration::ofSeconds)
            .findFirst()
            .orElse(OwnRuleDefinition.USUAL_TIME_LIMIT));
  }

  private static RuleScope scope(YamlObject item) {
    return Stream.of(RuleScope.values())
        .filter(scope -> item.text("judges").filter(scope.key()::equals).isPresent())
        .findFirst()
        .orElse(RuleScope.FLEET);
  }

  private static Optional<SqlText> condition(RuleLayers layers, String key) {
    return layers.layers().stream().flatMap(layer -> layer.sql(key).stream()).findFirst();
  }

  private static SortedMap<String, QueryValue> parameters(RuleLayers layers) {
    SortedMap<String, QueryValue> parameters = new TreeMap<>();
    for (YamlObject layer : layers.layers()) {
      for (YamlObject given : layer.object("parameters").stream().toList()) {
        given.keys().forEach(key -> parameters.putIfAbsent(key, value(given, key)));
      }
    }
    return parameters;
  }

  private static QueryValue value(YamlObject given, String key) {
    String text = given.text(key).orElse("");
    return switch (given.sort(key)) {
      case NUMBER -> new QueryValue.Number(text);
      case FLAG -> new QueryValue.Flag(text.equals("true"));
      case TEXT -> new QueryValue.Text(text);
    };
  }
}
