package dev.watershed.analyzer.index.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.advice.IndexAdvisor;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.catalog.IndexPart;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A real server takes the indexes that are advised, once they are there. */
class LiveAdviceTest {

  private static final double OFTEN = 100_000;

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
    }
  }

  @Live(Product.MARIADB)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server);
    }
  }

  abstract static class Cases {
    private final LiveServer server;

    Cases(LiveServer server) {
      this.server = server;
    }

    @Test
    void theServerTakesWhatIsAdvised() throws SQLException {
      try (Connection connection = server.connectToNewSchema()) {
        JudgedTables tables = new JudgedTables(connection);
        tables.load();
        assertThat(untaken(connection, tables)).isEmpty();
      }
    }

    static List<String> untaken(Connection connection, JudgedTables tables) throws SQLException {
      List<String> untaken = new ArrayList<>();
      String version = tables.ask("SELECT version()").get(0);
      for (JudgedStatement statement : JudgedStatements.unserved()) {
        AdvisedServer advised = tables.server(version, List.of(statement.facts().called(OFTEN)));
        List<IndexAdvice> advice =
            new IndexAdvisor(AdvisorOptions.DEFAULTS).advise(advised).indexes();
        if (advice.isEmpty()) {
          untaken.add(statement + ": nothing is advised");
        }
        for (IndexAdvice each : advice) {
          run(connection, "CREATE " + name(each) + " ON " + each.table() + parts(each));
        }
        run(connection, "ANALYZE TABLE customers, orders, items");
        String keys = LivePlanTest.Cases.keys(connection, statement.sql());
        for (IndexAdvice each : advice) {
          if (!keys.contains(each.index().name())) {
            untaken.add(statement + ": advised " + name(each) + parts(each) + ", taken " + keys);
          }
          run(connection, "DROP " + name(each) + " ON " + each.table());
        }
      }
      return untaken;
    }

    private static void run(Connection connection, String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    private static String name(IndexAdvice advice) {
      return "INDEX " + advice.index().name();
    }

    private static String parts(IndexAdvice advice) {
      return advice.index().parts().stream()
          .map(Cases::part)
          .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String part(IndexPart part) {
      String column = part.column().orElseThrow();
      return column + (part.descending() ? " DESC" : "");
    }
  }
}
