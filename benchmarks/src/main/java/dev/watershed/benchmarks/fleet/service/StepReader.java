package dev.watershed.benchmarks.fleet.service;

import dev.watershed.benchmarks.fleet.schema.Column;
import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the steps of actions, one a line: {@code begin}, {@code commit}, {@code rollback}, {@code
 * think MILLISECONDS}, {@code let NAME {…}}, or a statement. Before a statement may stand {@code
 * @case} (it shows a planted case), {@code each} (once per row of the last SELECT), {@code via
 * SERVICE} (another service runs it) and {@code variants N} (that many select lists in place of
 * {@code {columns schema.table}}). Before any step, {@code when schema.table:} and {@code unless
 * schema.table:} keep it where the table is moved, or is not. In braces stand arguments, see {@link
 * Argument}, and {@code {ids 500 schema.table}}, so many ids.
 */
final class StepReader {

  private static final Pattern GUARD = Pattern.compile("(when|unless) ([a-z_.0-9]+): (.*)");
  private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");
  private static final Pattern COLUMNS = Pattern.compile("\\{columns ([^}]*)}");
  private static final Pattern IDS = Pattern.compile("ids (\\d+) (.*)");
  private static final Pattern NEW = Pattern.compile("new ([a-z_.0-9]+)\\.([a-z_0-9]+)");

  private final FleetCatalog catalog;
  private final Moves moves;
  private final Random random;

  StepReader(FleetCatalog catalog, Moves moves, Random random) {
    this.catalog = catalog;
    this.moves = moves;
    this.random = random;
  }

  /** The step of a line; empty where its guard leaves it out. */
  Optional<Step> read(String line) {
    Matcher guard = GUARD.matcher(line);
    if (guard.matches()) {
      boolean kept = moves.moves(guard.group(2)) == guard.group(1).equals("when");
      return kept ? read(guard.group(3)) : Optional.empty();
    }
    return Optional.of(step(moves.applyTo(line)));
  }

  private Step step(String line) {
    int blank = line.indexOf(' ');
    String first = blank < 0 ? line : line.substring(0, blank);
    String rest = blank < 0 ? "" : line.substring(blank + 1);
    return switch (first) {
      case "begin" -> new Step.Transaction(Step.Transaction.BEGIN);
      case "commit" -> new Step.Transaction(Step.Transaction.COMMIT);
      case "rollback" -> new Step.Transaction(Step.Transaction.ROLLBACK);
      case "think" -> new Step.Think(Integer.parseInt(rest));
      case "let" -> let(rest);
      default -> query(line);
    };
  }

  private static Step let(String rest) {
    int blank = rest.indexOf(' ');
    String braces = rest.substring(blank + 1);
    return new Step.Let(
        rest.substring(0, blank), argument(braces.substring(1, braces.length() - 1)));
  }

  private Step query(String line) {
    Set<String> labels = new TreeSet<>();
    boolean each = false;
    Optional<String> via = Optional.empty();
    int variants = 1;
    String rest = line;
    while (!Character.isUpperCase(rest.charAt(0)) && rest.charAt(0) != '(') {
      int blank = rest.indexOf(' ');
      String word = rest.substring(0, blank);
      rest = rest.substring(blank + 1);
      if (word.startsWith("@")) {
        labels.add(word.substring(1));
      } else if (word.equals("each")) {
        each = true;
      } else {
        int end = rest.indexOf(' ');
        String value = rest.substring(0, end);
        rest = rest.substring(end + 1);
        switch (word) {
          case "via" -> via = Optional.of(value);
          case "variants" -> variants = Integer.parseInt(value);
          default -> throw new IllegalArgumentException("what is '" + word + "' in: " + line);
        }
      }
    }
    List<SqlTemplate> templates = new ArrayList<>();
    for (int i = 0; i < variants; i++) {
      templates.add(template(withColumns(rest)));
    }
    return new Step.Query(templates, each, via, labels);
  }

  private String withColumns(String sql) {
    Matcher columns = COLUMNS.matcher(sql);
    if (!columns.find()) {
      return sql;
    }
    List<String> names =
        new ArrayList<>(
            catalog.table(TableName.parse(columns.group(1))).columns().stream()
                .map(Column::name)
                .toList());
    Collections.shuffle(names, random);
    String list = String.join(", ", names.subList(0, 2 + random.nextInt(names.size() - 1)));
    return columns.replaceFirst(list);
  }

  /** A statement with arguments in braces. */
  SqlTemplate template(String text) {
    List<Argument> arguments = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    Matcher braces = BRACES.matcher(text);
    while (braces.find()) {
      Matcher ids = IDS.matcher(braces.group(1));
      Matcher fresh = NEW.matcher(braces.group(1));
      if (ids.matches()) {
        int count = Integer.parseInt(ids.group(1));
        Argument id = new Argument.Id(TableName.parse(ids.group(2)));
        arguments.addAll(Collections.nCopies(count, id));
        braces.appendReplacement(sql, String.join(", ", Collections.nCopies(count, "?")));
      } else {
        arguments.add(
            fresh.matches()
                ? Argument.ofNew(
                    catalog.table(TableName.parse(fresh.group(1))).column(fresh.group(2)))
                : argument(braces.group(1)));
        braces.appendReplacement(sql, "?");
      }
    }
    braces.appendTail(sql);
    return SqlTemplate.of(sql.toString(), arguments);
  }

  private static Argument argument(String text) {
    return Argument.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("what is {" + text + "}?"));
  }
}
