package dev.watershed.sql.live;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** A running server on 127.0.0.1. Tests share it: each works in a schema of its own. */
public interface LiveServer extends AutoCloseable {

  /** The account with every privilege. */
  String USER = "root";

  /** Its password. */
  String PASSWORD = "watershed";

  /** As long as a busy server takes to log what it has answered. */
  long LOGGING_MILLIS = 300;

  /** What runs. */
  Product product();

  /** The JDBC address, without a schema. */
  String url();

  /** The content of a file that the server wrote. */
  byte[] read(String serverPath);

  /** Where the server may write a log of this name. */
  String logPath(String name);

  /**
   * Runs a shell script where a client of the server is.
   *
   * @param variables of its environment
   * @param arguments behind those with which the client reaches the server; none names an account
   */
  ShellRun shell(String script, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException;

  /**
   * What a script did.
   *
   * @param output its standard output
   * @param errors its standard error
   */
  record ShellRun(int exitCode, byte[] output, String errors) {}

  /** Ends the server in good order and starts it again; its address may be another one then. */
  void restart();

  /** Ends the server at once, in the middle of whatever it does. */
  void kill();

  /** Starts a server that was killed; its address may be another one then. */
  void start();

  @Override
  void close();

  /** Opens a connection without a default schema. */
  default Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), USER, PASSWORD);
  }

  /** Opens a connection to a new, empty schema. */
  default Connection connectToNewSchema() throws SQLException {
    Connection connection = connect();
    String schema = "t_" + UUID.randomUUID().toString().replace("-", "");
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + schema + " DEFAULT CHARACTER SET utf8mb4");
    }
    connection.setCatalog(schema);
    return connection;
  }

  /**
   * The slow log, header and all, that the server writes while the work runs: every statement of
   * every connection opened within it.
   */
  default byte[] slowLogOf(Work work) throws Exception {
    String path = logPath("slow-" + UUID.randomUUID() + ".log");
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL slow_query_log_file = '" + path + "'");
      statement.execute("SET GLOBAL slow_query_log = ON");
      try {
        work.run();
        // A server answers a statement before it logs it, and asking it would be logged too.
        Thread.sleep(LOGGING_MILLIS);
      } finally {
        statement.execute("SET GLOBAL slow_query_log = OFF");
      }
    }
    return read(path);
  }

  /** Something that talks to the server. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run() throws Exception;
  }
}
