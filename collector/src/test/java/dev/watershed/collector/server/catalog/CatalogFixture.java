package dev.watershed.collector.server.catalog;

import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema with everything in it that a catalog knows. Its literals and comments all hold {@value
 * #SECRET}, or a number with {@value #SECRET_NUMBER}, which must not get out.
 */
public final class CatalogFixture {

  public static final String SECRET = "geheim";
  public static final String SECRET_NUMBER = "7345";

  private CatalogFixture() {}

  /** Makes the schema and gives its name. */
  public static String create(LiveServer server) throws SQLException {
    try (Connection connection = server.connectToNewSchema();
        Statement statement = connection.createStatement()) {
      for (String sql : statements("everything.sql")) {
        statement.execute(sql);
      }
      String own = server.product() == Product.MYSQL ? "mysql.sql" : "mariadb.sql";
      for (String sql : statements(own)) {
        statement.execute(sql);
      }
      return connection.getCatalog();
    }
  }

  /** The statements of a resource, each ended by {@code ;;} at the end of a line. */
  private static List<String> statements(String resource) {
    try (InputStream file = CatalogFixture.class.getResourceAsStream(resource)) {
      List<String> statements = new ArrayList<>();
      for (String sql : new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";;\n", -1)) {
        if (!sql.isBlank()) {
          statements.add(sql);
        }
      }
      return statements;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
