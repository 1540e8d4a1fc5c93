package dev.watershed.collector.bundle;

import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.catalog.LiveCatalog;
import dev.watershed.collector.server.catalog.MigrationHistory;
import dev.watershed.collector.server.catalog.query.MigrationQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.collector.server.connection.ColumnsQuery;
import dev.watershed.collector.server.connection.IdentityQueries;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.SessionLimits;
import dev.watershed.collector.server.sampling.Domains;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The script that asks a server in Watershed's place: a POSIX shell and the server's own client are
 * all it needs. Its questions are those of the domains and of the catalog.
 */
public final class BundleScript {

  private static final String TEMPLATE = "bundle.sh";

  /** How long a statement may take. */
  private static final Duration STATEMENT = ServerLimits.standard().statement();

  private static final String HELD =
      "# Definitions come without what may hold literals: the texts of views, triggers, routines and\n"
          + "# events, defaults, the bounds of partitions, and expressions with a digit or a quote. A script\n"
          + "# printed with --bodies reads them.";

  private static final String INCLUDED =
      "# ATTENTION: this script was printed with --bodies. Its output holds the texts of views, triggers,\n"
          + "# routines and events, defaults, expressions and the bounds of partitions AS THEY ARE, with every\n"
          + "# value in them. Watershed drops these values only where it reads the output.";

  private final List<Domain<?, ?>> domains;
  private final String version;

  /**
   * @param domains whose questions are asked in every sample
   * @param version of Watershed, for whoever reads the script
   */
  public BundleScript(List<Domain<?, ?>> domains, String version) {
    this.domains = List.copyOf(domains);
    this.version = version;
  }

  /** The text of the script. */
  public String text(ScriptOptions options) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("@WORD@", options.bodies() ? INCLUDED : HELD);
    values.put("@VERSION@", version);
    values.put("@SECONDS@", Long.toString(STATEMENT.toSeconds()));
    values.put("@MYSQL_LIMITS@", limits(ServerProduct.MYSQL));
    values.put("@MARIADB_LIMITS@", limits(ServerProduct.MARIADB));
    values.put("@FRESH@", SessionLimits.FRESH_STATISTICS);
    values.put("@SERVER@", "'" + options.server().orElse("").replace("'", "'\\''") + "'");
    values.put("@SAMPLES@", Integer.toString(options.samples()));
    values.put("@EVERY@", Long.toString(options.every().toSeconds()));
    values.put("@CATALOG@", options.catalog() ? "yes" : "no");
    values.put("@BODIES@", options.bodies() ? "yes" : "no");
    values.put("@PROBE@", new ScriptQuestion(columns()).commands("once"));
    values.put("@SAMPLE_QUESTIONS@", identities() + commands(sampled(domains)));
    values.put("@HISTORIES@", histories());
    values.put("@CATALOG_QUESTIONS@", commands(LiveCatalog.questions()));
    values.put("@ALIAS@", Query.ALIAS);
    String text = template();
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace(value.getKey(), value.getValue());
    }
    return text;
  }

  /** What is asked in every sample. */
  static List<Question> sampled(List<Domain<?, ?>> domains) {
    return domains.stream().flatMap(domain -> domain.questions().stream()).toList();
  }

  /** The question for the columns that the others need. */
  private Question columns() {
    List<String> tables = new ArrayList<>(Domains.tables(domains));
    tables.addAll(LiveCatalog.tables());
    return ColumnsQuery.question(tables);
  }

  private static String limits(ServerProduct product) {
    return SessionLimits.statements(product, STATEMENT).stream()
        .map(ScriptQuestion::word)
        .collect(Collectors.joining(" "));
  }

  private static String identities() {
    StringBuilder commands = new StringBuilder();
    for (ServerProduct product : ServerProduct.values()) {
      Question question = IdentityQueries.question(product);
      commands.append(new ScriptQuestion(question).commands("identity")).append('\n');
    }
    return commands.toString();
  }

  private static String histories() {
    return MigrationHistory.all().stream()
        .map(BundleScript::history)
        .collect(Collectors.joining("\n"));
  }

  /** The table stands for those that the server finds. */
  private static String history(MigrationHistory history) {
    TableKey any = new TableKey("schema", "table");
    String sql = MigrationQuery.of(any, history.columns()).sql().replace("'", "''");
    String table = " FROM " + any.quoted() + " ";
    int at = sql.indexOf(table);
    List<String> columns = history.needed().stream().map(name -> "'" + name + "'").toList();
    return "    history %s %s %d %s %s %s"
        .formatted(
            history.tool(),
            history.table(),
            columns.size(),
            ScriptQuestion.word(String.join(", ", columns)),
            ScriptQuestion.word(sql.substring(0, at)),
            ScriptQuestion.word(sql.substring(at + table.length())));
  }

  private static String commands(List<Question> questions) {
    return questions.stream()
        .map(question -> new ScriptQuestion(question).commands() + "\n")
        .collect(Collectors.joining());
  }

  private static String template() {
    try (InputStream stream = BundleScript.class.getResourceAsStream(TEMPLATE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
