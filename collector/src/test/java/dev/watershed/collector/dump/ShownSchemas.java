package dev.watershed.collector.dump;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Makes the script of a dump from what a server shows, where there is no program for it. */
public final class ShownSchemas {

  private final Connection connection;
  private final StringBuilder script = new StringBuilder();
  private String delimiter = ";";

  public ShownSchemas(Connection connection) {
    this.connection = connection;
  }

  /** Everything of a schema. */
  public String script(String schema) throws SQLException {
    String version = rows("SELECT version()", 1).get(0);
    script.append("/*!999999\\- enable the sandbox mode */ \n");
    script.append("-- MariaDB dump 10.19  Distrib ").append(version).append("\n--\n");
    script.append("-- Host: localhost    Database: ").append(schema).append("\n-- -------\n");
    script.append("-- Server version\t").append(version).append("\n\n");
    add(rows("SHOW CREATE DATABASE " + schema, 2));
    script.append("USE `").append(schema).append("`;\n");
    String of = " FROM information_schema.";
    for (String table :
        rows(
            "SELECT table_name"
                + of
                + "tables WHERE table_type IN ('BASE TABLE',"
                + " 'SYSTEM VERSIONED') AND table_schema = '"
                + schema
                + "'",
            1)) {
      add(rows("SHOW CREATE TABLE " + schema + ".`" + table + "`", 2));
    }
    for (String sequence :
        rows(
            "SELECT table_name"
                + of
                + "tables WHERE table_type = 'SEQUENCE' AND table_schema = '"
                + schema
                + "'",
            1)) {
      add(rows("SHOW CREATE SEQUENCE " + schema + ".`" + sequence + "`", 2));
    }
    for (String view :
        rows("SELECT table_name" + of + "views WHERE table_schema = '" + schema + "'", 1)) {
      List<String> columns =
          rows(
              "SELECT column_name"
                  + of
                  + "columns WHERE table_schema = '"
                  + schema
                  + "' AND table_name = '"
                  + view
                  + "' ORDER BY ordinal_position",
              1);
      script.append("/*!50001 CREATE VIEW `").append(view).append("` AS SELECT\n 1 AS `");
      script.append(String.join("`,\n  1 AS `", columns)).append("` */;\n");
      add(rows("SHOW CREATE VIEW " + schema + ".`" + view + "`", 2));
    }
    script.append("DELIMITER ;;\n");
    delimiter = ";;";
    programs(schema, of);
    return script.append("DELIMITER ;\n-- Dump completed\n").toString();
  }

  private void programs(String schema, String of) throws SQLException {
    for (String trigger :
        rows(
            "SELECT trigger_name"
                + of
                + "triggers WHERE trigger_schema = '"
                + schema
                + "' ORDER BY action_order",
            1)) {
      add(rows("SHOW CREATE TRIGGER " + schema + "." + trigger, 3));
    }
    for (String routine :
        rows(
            "SELECT CONCAT(routine_type, ' "
                + schema
                + ".', routine_name)"
                + of
                + "routines WHERE routine_schema = '"
                + schema
                + "'",
            1)) {
      add(rows("SHOW CREATE " + routine, 3));
    }
    for (String event :
        rows("SELECT event_name" + of + "events WHERE event_schema = '" + schema + "'", 1)) {
      add(rows("SHOW CREATE EVENT " + schema + "." + event, 4));
    }
  }

  private void add(List<String> definitions) {
    definitions.forEach(definition -> script.append(definition).append(delimiter).append('\n'));
  }

  private List<String> rows(String query, int column) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(column));
      }
    }
    return values;
  }
}
