package dev.watershed.sql.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs a dump on a server. Its statements end where their delimiter ends a line. */
public final class ScriptRunner {

  private ScriptRunner() {}

  /** Runs it, statement by statement; an error names the statement. */
  public static void run(String script, Connection connection) throws SQLException {
    String delimiter = ";";
    StringBuilder statement = new StringBuilder();
    try (Statement server = connection.createStatement()) {
      for (String line : script.split("\n", -1)) {
        if (line.startsWith("DELIMITER ")) {
          delimiter = line.substring("DELIMITER ".length()).strip();
        } else if (line.stripTrailing().endsWith(delimiter)) {
          String last = line.stripTrailing();
          statement.append(last, 0, last.length() - delimiter.length());
          execute(server, statement.toString());
          statement.setLength(0);
        } else if (!(statement.isEmpty() && line.startsWith("--"))) {
          statement.append(line).append('\n');
        }
      }
    }
  }

  private static void execute(Statement server, String statement) throws SQLException {
    try {
      server.execute(statement);
    } catch (SQLException refused) {
      throw new SQLException(refused.getMessage() + " in: " + statement, refused);
    }
  }
}
