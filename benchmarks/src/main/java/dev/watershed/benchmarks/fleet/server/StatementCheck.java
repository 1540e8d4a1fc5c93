package dev.watershed.benchmarks.fleet.server;

import dev.watershed.benchmarks.fleet.service.FleetServices;
import dev.watershed.benchmarks.fleet.service.Service;
import dev.watershed.benchmarks.fleet.service.SqlTemplate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Has a server prepare every statement before a run: it finds all wrong ones at once. */
public final class StatementCheck {

  private StatementCheck() {}

  /** What is wrong with the statements of a server's services; empty if nothing is. */
  public static List<String> problems(FleetServer server, FleetServices services)
      throws SQLException {
    List<String> problems = new ArrayList<>();
    try (Connection connection = server.connectAsRoot();
        Statement statement = connection.createStatement()) {
      for (Service service : services.all()) {
        if (services.catalog().server(service.schema()).equals(server.name())) {
          statement.execute("USE " + service.schema());
          for (SqlTemplate template : templates(service)) {
            try {
              statement.execute("PREPARE checked FROM '" + template.sql().replace("'", "''") + "'");
            } catch (SQLException e) {
              problems.add(service.name() + ": " + e.getMessage() + ": " + template.sql());
            }
          }
        }
      }
    }
    return problems;
  }

  /** Without those that another service sends. */
  private static Set<SqlTemplate> templates(Service service) {
    Set<SqlTemplate> templates = new LinkedHashSet<>();
    service.actions().stream()
        .flatMap(action -> action.queries())
        .filter(query -> query.via().isEmpty())
        .forEach(query -> templates.addAll(query.templates()));
    return templates;
  }
}
