package dev.watershed.benchmarks.fleet.demo;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A MySQL 9.7 of its own, in a container of the local image that {@code .ci/images/build} makes.
 */
final class MarketplaceServer implements AutoCloseable {

  private static final int PORT = 3306;
  private static final String PASSWORD = "watershed";
  private static final String LOG = "/var/lib/mysql/marketplace-slow.log";

  private final MySQLContainer container;

  private MarketplaceServer(MySQLContainer container) {
    this.container = container;
  }

  static MarketplaceServer start() {
    MySQLContainer container =
        new MySQLContainer(
            DockerImageName.parse("watershed/mysql:9.7").asCompatibleSubstituteFor("mysql"));
    container.withUsername("root").withPassword(PASSWORD).withDatabaseName("test");
    container.withUrlParam("allowPublicKeyRetrieval", "true").withUrlParam("sslMode", "DISABLED");
    container.setCommand(
        "--slow-query-log=OFF",
        "--slow-query-log-file=" + LOG,
        "--long-query-time=0",
        "--log-slow-extra=ON",
        "--innodb-flush-log-at-trx-commit=2",
        "--default-time-zone=+00:00");
    container.withCreateContainerCmdModifier(MarketplaceServer::bindToLoopback);
    container.start();
    return new MarketplaceServer(container);
  }

  private static void bindToLoopback(CreateContainerCmd command) {
    command
        .getHostConfig()
        .withPortBindings(new PortBinding(Binding.bindIp("127.0.0.1"), new ExposedPort(PORT)));
  }

  /** Opens a connection; {@code schema} may be empty. */
  Connection connect(String user, String schema, boolean serverPrepared) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", PASSWORD);
    properties.setProperty("sslMode", "DISABLED");
    properties.setProperty("allowPublicKeyRetrieval", "true");
    properties.setProperty("useServerPrepStmts", Boolean.toString(serverPrepared));
    properties.setProperty("cachePrepStmts", Boolean.toString(serverPrepared));
    properties.setProperty("useLocalSessionState", "true");
    return DriverManager.getConnection(
        "jdbc:mysql://127.0.0.1:" + container.getMappedPort(PORT) + "/" + schema, properties);
  }

  Connection connectAsRoot() throws SQLException {
    return connect("root", "", false);
  }

  /** Switches the slow log on or off. */
  void slowLog(boolean on) throws SQLException {
    try (Connection connection = connectAsRoot();
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL slow_query_log = " + (on ? "ON" : "OFF"));
    }
  }

  /** What the server logged. */
  byte[] readSlowLog() {
    return container.copyFileFromContainer(LOG, InputStream::readAllBytes);
  }

  @Override
  public void close() {
    container.stop();
  }
}
