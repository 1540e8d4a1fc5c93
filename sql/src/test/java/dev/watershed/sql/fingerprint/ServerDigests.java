package dev.watershed.sql.fingerprint;

import dev.watershed.sql.live.LiveServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;

/** Asks a MySQL server for its own digests. */
final class ServerDigests implements AutoCloseable {
  /** The server's hash of a statement, and its normal form. */
  record ServerDigest(String digest, String text) {}

  private final Connection connection;

  private ServerDigests(Connection connection) {
    this.connection = connection;
  }

  static ServerDigests open(LiveServer server, String sqlMode) throws SQLException {
    Connection connection = server.connectToNewSchema();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION sql_mode = '" + sqlMode + "'");
    }
    return new ServerDigests(connection);
  }

  /** The digest of a statement; empty if the server cannot parse it. */
  Optional<ServerDigest> of(String statement) throws SQLException {
    // A hexadecimal literal means the same under every sql_mode.
    String hex = HexFormat.of().formatHex(statement.getBytes(StandardCharsets.UTF_8));
    String question =
        "SELECT STATEMENT_DIGEST(s), STATEMENT_DIGEST_TEXT(s)"
            + " FROM (SELECT CONVERT(x'%s' USING utf8mb4) AS s) AS q".formatted(hex);
    try (Statement asked = connection.createStatement();
        ResultSet rows = asked.executeQuery(question)) {
      rows.next();
      return Optional.of(new ServerDigest(rows.getString(1), rows.getString(2)));
    } catch (SQLException e) {
      if (e.getMessage().contains("Could not parse argument to digest function")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
