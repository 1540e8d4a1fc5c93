package dev.watershed.collector.server.running;

import dev.watershed.collector.server.ServerProduct;
import java.util.List;

/**
 * The columns that say what a session executes and whose it is, and the tables they come from, as
 * parts of a query. Either the events of performance_schema, whose texts are cut at 1,024 bytes but
 * which know the last statement of an idle session as well, or the process list, which MariaDB
 * fills whether performance_schema is on or not, with texts that are cut at 65,535 bytes. A cut
 * text may be up to three bytes shorter, where the limit is within a character.
 */
public enum SessionColumns {
  /** The events of performance_schema. */
  EVENTS {
    @Override
    public String columns(String prefix) {
      return ("%1$s_t.PROCESSLIST_USER, %1$s_t.PROCESSLIST_HOST, %1$s_s.DIGEST_TEXT,"
              + " %1$s_s.SQL_TEXT, %1$s_s.END_EVENT_ID IS NOT NULL OR %1$s_s.EVENT_ID IS NULL,"
              + " %1$s_s.EVENT_ID, %1$s_a.ATTR_VALUE,"
              + " OCTET_LENGTH(%1$s_s.SQL_TEXT) > @@performance_schema_max_sql_text_length - 4")
          .formatted(prefix);
    }

    @Override
    public String joinsByThread(String prefix, String thread) {
      return " LEFT JOIN performance_schema.threads AS %1$s_t ON %1$s_t.THREAD_ID = %2$s"
              .formatted(prefix, thread)
          + statementAndProgram(prefix);
    }

    @Override
    public String joinsByConnection(String prefix, String connection) {
      return " LEFT JOIN performance_schema.threads AS %1$s_t ON %1$s_t.PROCESSLIST_ID = %2$s"
              .formatted(prefix, connection)
          + statementAndProgram(prefix);
    }
  },

  /** The process list. */
  PROCESS_LIST {
    @Override
    public String columns(String prefix) {
      return ("%1$s_p.USER, IF(LOCATE(':', %1$s_p.HOST) > 0, LEFT(%1$s_p.HOST,"
              + " LENGTH(%1$s_p.HOST) - LENGTH(SUBSTRING_INDEX(%1$s_p.HOST, ':', -1)) - 1),"
              + " %1$s_p.HOST), NULL, %1$s_p.INFO, %1$s_p.INFO IS NULL,"
              + " %1$s_p.QUERY_ID, NULL, OCTET_LENGTH(%1$s_p.INFO) > 65535 - 4")
          .formatted(prefix);
    }

    @Override
    public String joinsByThread(String prefix, String thread) {
      return " LEFT JOIN performance_schema.threads AS %1$s_t ON %1$s_t.THREAD_ID = %2$s"
              .formatted(prefix, thread)
          + joinsByConnection(prefix, prefix + "_t.PROCESSLIST_ID");
    }

    @Override
    public String joinsByConnection(String prefix, String connection) {
      return " LEFT JOIN information_schema.PROCESSLIST AS %1$s_p ON %1$s_p.ID = %2$s"
          .formatted(prefix, connection);
    }
  };

  /** The statements of sessions. */
  public static final String CURRENT = "performance_schema.events_statements_current";

  /** How many columns there are. */
  public static final int COUNT = 8;

  /** The tables that the columns come from. */
  public static final List<String> TABLES =
      List.of(CURRENT, "performance_schema.threads", "information_schema.PROCESSLIST");

  /** What fits a server. */
  public static SessionColumns of(ServerProduct product) {
    return product == ServerProduct.MARIADB ? PROCESS_LIST : EVENTS;
  }

  /** The columns of {@link SeenSession#read}, of tables whose aliases begin with the prefix. */
  public abstract String columns(String prefix);

  /** The tables, beside one with a column that names a thread of performance_schema. */
  public abstract String joinsByThread(String prefix, String thread);

  /** The tables, beside one with a column that names a connection. */
  public abstract String joinsByConnection(String prefix, String connection);

  private static String statementAndProgram(String prefix) {
    return (" LEFT JOIN performance_schema.events_statements_current AS %1$s_s"
            + " ON %1$s_s.THREAD_ID = %1$s_t.THREAD_ID AND %1$s_s.NESTING_EVENT_LEVEL = 0"
            + " LEFT JOIN performance_schema.session_connect_attrs AS %1$s_a"
            + " ON %1$s_a.PROCESSLIST_ID = %1$s_t.PROCESSLIST_ID"
            + " AND %1$s_a.ATTR_NAME = 'program_name'")
        .formatted(prefix);
  }
}
