package dev.watershed.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.facts.KnownRelation;
import dev.watershed.sql.facts.KnownRelation.KnownColumn;
import dev.watershed.sql.facts.KnownRelation.KnownTable;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The queries of the server's own views in {@code sys}, which are long, against what it says. */
@Live(Product.MYSQL)
class LiveViewUsageTest {

  /** The server counts what functions read as used by the views that call them. */
  private static final Set<String> OF_FUNCTIONS =
      Set.of("performance_schema.global_variables", "sys.sys_config");

  @Test
  void tablesOfViewsAreThoseOfTheServer(LiveServer server) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      SchemaView schemas = new ServerColumns(statement);
      Map<String, Set<String>> usage = usage(statement);
      int read = 0;
      List<String> rejected = new ArrayList<>();
      try (ResultSet views =
          statement.executeQuery(
              "SELECT table_name, view_definition FROM information_schema.views"
                  + " WHERE table_schema = 'sys'")) {
        while (views.next()) {
          String name = views.getString(1);
          StatementFacts facts =
              Understanding.of(views.getString(2), false, Optional.of("sys"), schemas);
          read++;
          if (!facts.parsed()) {
            rejected.add(name + " " + facts.issues());
          }
          assertThat(facts.issues()).as(name).isEmpty();
          Set<String> expected = new TreeSet<>(usage.getOrDefault(name, Set.of()));
          expected.removeAll(OF_FUNCTIONS);
          Set<String> named = new TreeSet<>(names(facts));
          named.removeAll(OF_FUNCTIONS);
          assertThat(named).as(name).isEqualTo(expected);
        }
      }
      assertThat(read).isGreaterThan(80);
      assertThat(rejected).isEmpty();
    }
  }

  private static Set<String> names(StatementFacts facts) {
    Set<String> names = new TreeSet<>();
    facts
        .tables()
        .forEach(named -> names.add(named.table().qualifiedName().toLowerCase(Locale.ROOT)));
    return names;
  }

  private static Map<String, Set<String>> usage(Statement statement) throws SQLException {
    Map<String, Set<String>> usage = new HashMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT view_name, LOWER(CONCAT(table_schema, '.', table_name))"
                + " FROM information_schema.view_table_usage WHERE view_schema = 'sys'")) {
      while (rows.next()) {
        usage.computeIfAbsent(rows.getString(1), key -> new TreeSet<>()).add(rows.getString(2));
      }
    }
    return usage;
  }

  /** Every relation of a server as a table. */
  private static final class ServerColumns implements SchemaView {
    private final Map<String, KnownTable> tables = new HashMap<>();

    private ServerColumns(Statement statement) throws SQLException {
      Map<String, List<KnownColumn>> columns = new HashMap<>();
      Map<String, String[]> names = new HashMap<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT table_schema, table_name, column_name, column_type, collation_name"
                  + " FROM information_schema.columns ORDER BY ordinal_position")) {
        while (rows.next()) {
          String key = key(rows.getString(1), rows.getString(2));
          names.put(key, new String[] {rows.getString(1), rows.getString(2)});
          columns
              .computeIfAbsent(key, any -> new ArrayList<>())
              .add(
                  new KnownColumn(
                      rows.getString(3),
                      rows.getString(4),
                      Optional.ofNullable(rows.getString(5)),
                      true));
        }
      }
      names.forEach(
          (key, name) -> tables.put(key, new KnownTable(name[0], name[1], columns.get(key))));
    }

    private static String key(String schema, String table) {
      return (schema + "." + table).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean known() {
      return true;
    }

    @Override
    public Optional<KnownRelation> find(String schema, String name) {
      return Optional.ofNullable(tables.get(key(schema, name)));
    }

    @Override
    public List<String> schemasWith(String name) {
      return List.of();
    }
  }
}
