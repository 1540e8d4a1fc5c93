package dev.watershed.benchmarks.fleet.server;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes what {@code mysqldump --no-data --routines --triggers} would, as the server tells it. */
public final class SchemaDump {

  private static final String TABLES =
      "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s'"
          + " AND table_type = '%s' ORDER BY table_name";
  private static final String TRIGGERS =
      "SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = '%s'"
          + " ORDER BY trigger_name";
  private static final String ROUTINES =
      "SELECT routine_name FROM information_schema.routines WHERE routine_schema = '%s'"
          + " AND routine_type = '%s' ORDER BY routine_name";

  private SchemaDump() {}

  /** Writes the schemas of a server. */
  public static void write(FleetServer server, Collection<String> schemas, Path to)
      throws SQLException, IOException {
    try (Connection connection = server.connectAsRoot();
        Statement statement = connection.createStatement();
        Writer out = Files.newBufferedWriter(to)) {
      for (String schema : schemas) {
        out.write("\nCREATE DATABASE /*!32312 IF NOT EXISTS*/ `" + schema + "`;\n\n");
        out.write("USE `" + schema + "`;\n");
        dump(statement, out, schema, TABLES.formatted(schema, "BASE TABLE"), "TABLE", ";");
        dump(statement, out, schema, TABLES.formatted(schema, "VIEW"), "VIEW", ";");
        out.write("DELIMITER ;;\n");
        dump(statement, out, schema, TRIGGERS.formatted(schema), "TRIGGER", ";;");
        dump(statement, out, schema, ROUTINES.formatted(schema, "FUNCTION"), "FUNCTION", ";;");
        dump(statement, out, schema, ROUTINES.formatted(schema, "PROCEDURE"), "PROCEDURE", ";;");
        out.write("DELIMITER ;\n");
      }
    }
  }

  private static void dump(
      Statement statement, Writer out, String schema, String names, String kind, String end)
      throws SQLException, IOException {
    List<String> all = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(names)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    boolean third = !kind.equals("TABLE") && !kind.equals("VIEW");
    for (String name : all) {
      try (ResultSet rows =
          statement.executeQuery("SHOW CREATE " + kind + " `" + schema + "`.`" + name + "`")) {
        rows.next();
        out.write(rows.getString(third ? 3 : 2) + " " + end + "\n\n");
      }
    }
  }
}
