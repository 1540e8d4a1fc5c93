package dev.watershed.collector.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.DefinitionScript;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.sql.live.ScriptRunner;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A server runs a dump, and says the same of its schemas as the catalog that was read from it. */
class LiveDumpTest {

  private static final Path SCHEMAS = Path.of("..", "..", "shared", "schemas");

  @Test
  @Live(Product.MYSQL)
  void mySqlSaysTheSameOfItsOwnDump(LiveServer server) throws Exception {
    compare(server, resource("mysql-9.7.sql"));
  }

  @Test
  @Live(Product.MYSQL)
  void mySqlSaysTheSameOfTheSchemasOfApplications(LiveServer server) throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(SCHEMAS), () -> "no schemas at " + SCHEMAS.toAbsolutePath());
    int tables = 0;
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".sql")).sorted().toList()) {
        tables += compare(server, Files.readString(file));
      }
    }
    assertThat(tables).isEqualTo(1_395);
  }

  @Test
  @Live(Product.MARIADB)
  void mariaDbSaysTheSameOfWhatItShows(LiveServer server) throws Exception {
    try (Connection connection = server.connect()) {
      ScriptRunner.run(resource("mariadb.sql"), connection);
      try {
        compare(connection, server.product(), new ShownSchemas(connection).script("harbour"));
      } finally {
        drop(connection, List.of("harbour"));
      }
    }
  }

  private static int compare(LiveServer server, String script) throws Exception {
    List<String> schemas = read(script).schemas().stream().map(SchemaDefinition::name).toList();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION sql_mode = ''");
      drop(connection, schemas);
      try {
        ScriptRunner.run(script, connection);
        statement.execute("SET SESSION information_schema_stats_expiry = 0");
        return compare(connection, server.product(), script);
      } finally {
        drop(connection, schemas);
      }
    }
  }

  /** Returns the number of tables. */
  private static int compare(Connection connection, Product product, String script)
      throws SQLException {
    Catalog catalog = read(script);
    List<String> schemas = catalog.schemas().stream().map(SchemaDefinition::name).toList();
    assertThat(catalog.gaps()).isEmpty();
    assertThat(CatalogLines.of(catalog))
        .containsExactlyElementsOf(InformationSchema.of(connection, product, schemas));
    for (var table : catalog.statistics()) {
      assertThat(nextNumber(connection, table.schema(), table.table()))
          .as(table.table())
          .isEqualTo(table.autoIncrement().orElseThrow().toString());
    }
    return catalog.schemas().stream().mapToInt(schema -> schema.tables().size()).sum();
  }

  private static Catalog read(String script) {
    DefinitionScript definitions =
        DefinitionReader.read(script, SqlMode.standard(), LiteralPolicy.REDACT);
    return CatalogBuilder.build(definitions, "dump.sql", Instant.EPOCH);
  }

  private static String nextNumber(Connection connection, String schema, String table)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT auto_increment FROM information_schema.tables WHERE table_schema = '"
                    + schema
                    + "' AND table_name = '"
                    + table
                    + "'")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static void drop(Connection connection, List<String> schemas) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION foreign_key_checks = 0");
      for (String schema : new ArrayList<>(schemas)) {
        statement.execute("DROP DATABASE IF EXISTS `" + schema + "`");
      }
    }
  }

  static String resource(String name) throws IOException {
    try (InputStream stream = LiveDumpTest.class.getResourceAsStream("/dumps/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
