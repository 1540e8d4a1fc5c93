package dev.watershed.collector.dump;

import dev.watershed.sql.live.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a server says about schemas, as {@link CatalogLines} says it. */
final class InformationSchema {

  private final Connection connection;
  private final boolean mariaDb;
  private final TreeSet<String> lines = new TreeSet<>();

  private InformationSchema(Connection connection, Product product) {
    this.connection = connection;
    this.mariaDb = product == Product.MARIADB;
  }

  static List<String> of(Connection connection, Product product, List<String> schemas)
      throws SQLException {
    InformationSchema server = new InformationSchema(connection, product);
    for (String schema : schemas) {
      server.read("'" + schema + "'");
    }
    return List.copyOf(server.lines);
  }

  private void read(String schema) throws SQLException {
    add(
        "schema",
        "SELECT schema_name, default_character_set_name, default_collation_name"
            + " FROM information_schema.schemata WHERE schema_name = "
            + schema);
    add(
        "table",
        "SELECT table_schema, table_name, engine, table_collation,"
            + " UPPER(REGEXP_SUBSTR(create_options, '(?<=row_format=)[a-zA-Z]+')),"
            + " IF(table_comment <> '', 'commented', ''),"
            + " IF(create_options LIKE '%partitioned%', 'partitioned', '')"
            + " FROM information_schema.tables"
            + " WHERE table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') AND table_schema = "
            + schema);
    columns(schema);
    indexes(schema);
    constraints(schema);
    programs(schema);
    add(
        "partition",
        "SELECT DISTINCT table_schema, table_name, partition_name,"
            + " REPLACE(partition_method, 'RANGE  COLUMNS', 'RANGE COLUMNS'),"
            + " subpartition_method"
            + " FROM information_schema.partitions"
            + " WHERE partition_name IS NOT NULL AND table_schema = "
            + schema);
  }

  private void columns(String schema) throws SQLException {
    String generated =
        "CASE WHEN extra LIKE '%STORED GENERATED%' THEN 'stored'"
            + " WHEN extra LIKE '%VIRTUAL GENERATED%' THEN 'virtual' ELSE '' END";
    String type = mariaDb ? "REGEXP_REPLACE(column_type, ' /[*]M!.*', '')" : "column_type";
    String withDefault =
        mariaDb
            ? "column_default IS NOT NULL AND column_default <> 'NULL'"
            : "column_default IS NOT NULL";
    add(
        "column",
        "SELECT c.table_schema, c.table_name, ordinal_position, column_name, "
            + type
            + ","
            + " IF(is_nullable = 'YES', 'nullable', ''), character_set_name, collation_name,"
            + " IF("
            + withDefault
            + ", 'default', ''),"
            + " IF(extra LIKE '%on update current_timestamp%', 'on update', ''),"
            + " IF(extra LIKE '%auto_increment%', 'auto_increment', ''), "
            + generated
            + ","
            + " IF(extra LIKE '%INVISIBLE%', 'invisible', ''),"
            + " IF(column_comment <> '', 'commented', '')"
            + " FROM information_schema.columns c JOIN information_schema.tables t"
            + " USING (table_schema, table_name)"
            + " WHERE table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') AND c.table_schema = "
            + schema);
    add(
        "view column",
        "SELECT c.table_schema, c.table_name, ordinal_position, column_name"
            + " FROM information_schema.columns c JOIN information_schema.tables t"
            + " USING (table_schema, table_name)"
            + " WHERE table_type = 'VIEW' AND c.table_schema = "
            + schema);
  }

  private void indexes(String schema) throws SQLException {
    String column = mariaDb ? "column_name" : "COALESCE(column_name, '(expression)')";
    String visible = mariaDb ? "ignored = 'NO'" : "is_visible = 'YES'";
    add(
        "index",
        "SELECT table_schema, table_name, index_name, LOWER(index_type),"
            + " IF(non_unique = 0, 'unique', ''), IF("
            + visible
            + ", 'visible', ''),"
            + " IF(index_comment <> '', 'commented', ''), seq_in_index, "
            + column
            + ","
            + " IF(index_type = 'SPATIAL', NULL, sub_part),"
            + " IF(index_type = 'HASH', NULL, collation)"
            + " FROM information_schema.statistics WHERE table_schema = "
            + schema);
  }

  private void constraints(String schema) throws SQLException {
    add(
        "foreign key",
        "SELECT k.table_schema, k.table_name, constraint_name, ordinal_position, column_name,"
            + " k.referenced_table_schema, k.referenced_table_name, referenced_column_name,"
            + " update_rule, delete_rule FROM information_schema.key_column_usage k"
            + " JOIN information_schema.referential_constraints r"
            + " USING (constraint_schema, constraint_name, table_name)"
            + " WHERE k.referenced_table_name IS NOT NULL AND k.table_schema = "
            + schema);
    add(
        "check",
        mariaDb
            ? "SELECT constraint_schema, table_name,"
                + " IF(level = 'Column', '', constraint_name), 'enforced'"
                + " FROM information_schema.check_constraints WHERE constraint_schema = "
                + schema
            : "SELECT table_schema, table_name, constraint_name,"
                + " IF(enforced = 'YES', 'enforced', '')"
                + " FROM information_schema.table_constraints"
                + " WHERE constraint_type = 'CHECK' AND table_schema = "
                + schema);
  }

  private void programs(String schema) throws SQLException {
    add(
        "view",
        "SELECT table_schema, table_name, security_type FROM information_schema.views"
            + " WHERE table_schema = "
            + schema);
    add(
        "sequence",
        "SELECT table_schema, table_name FROM information_schema.tables"
            + " WHERE table_type = 'SEQUENCE' AND table_schema = "
            + schema);
    add(
        "trigger",
        "SELECT trigger_schema, trigger_name, event_object_table, action_timing,"
            + " event_manipulation, action_order FROM information_schema.triggers"
            + " WHERE trigger_schema = "
            + schema);
    add(
        "routine",
        "SELECT routine_schema, routine_type, routine_name,"
            + " IF(is_deterministic = 'YES', 'deterministic', ''), sql_data_access,"
            + " security_type, dtd_identifier FROM information_schema.routines"
            + " WHERE routine_schema = "
            + schema);
    add(
        "parameter",
        "SELECT specific_schema, specific_name, ordinal_position, parameter_mode,"
            + " parameter_name, dtd_identifier FROM information_schema.parameters"
            + " WHERE parameter_name IS NOT NULL AND specific_schema = "
            + schema);
    add(
        "event",
        "SELECT event_schema, event_name, IF(status = 'ENABLED', 'enabled', '')"
            + " FROM information_schema.events WHERE event_schema = "
            + schema);
  }

  private void add(String kind, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          String value = rows.getString(column);
          values.add(value == null ? "" : value);
        }
        lines.add(kind + " | " + String.join(" | ", values));
      }
    }
  }
}
