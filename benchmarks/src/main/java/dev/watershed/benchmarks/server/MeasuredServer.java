package dev.watershed.benchmarks.server;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import dev.watershed.collector.server.connection.ServerAddress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server of its own, in a container of a local image that {@code .ci/images/build} makes. */
public final class MeasuredServer implements AutoCloseable {

  private static final int PORT = 3306;

  /** Of every account. */
  static final String PASSWORD = "watershed";

  private static final int USER_TICKS = 13;
  private static final double TICKS_PER_SECOND = 100;

  private final JdbcDatabaseContainer<?> container;

  private MeasuredServer(JdbcDatabaseContainer<?> container) {
    this.container = container;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param product {@code mysql} or {@code mariadb}
   */
  public static MeasuredServer start(String product, String... flags) {
    JdbcDatabaseContainer<?> container =
        switch (product) {
          case "mysql" -> new MySQLContainer(image("watershed/mysql:9.7", "mysql"));
          case "mariadb" -> new MariaDBContainer(image("watershed/mariadb:10.11", "mariadb"));
          default -> throw new IllegalArgumentException("mysql or mariadb, not " + product);
        };
    container.withUsername("root").withPassword(PASSWORD).withDatabaseName("test");
    if (product.equals("mysql")) {
      container.withUrlParam("allowPublicKeyRetrieval", "true").withUrlParam("sslMode", "DISABLED");
    } else {
      container.withUrlParam("sslMode", "disable");
    }
    container.setCommand(
        Stream.concat(
                Stream.of("--innodb-flush-log-at-trx-commit=0", "--skip-log-bin"), Stream.of(flags))
            .toArray(String[]::new));
    container.withCreateContainerCmdModifier(MeasuredServer::bindToLoopback);
    container.start();
    return new MeasuredServer(container);
  }

  private static DockerImageName image(String name, String product) {
    return DockerImageName.parse(name).asCompatibleSubstituteFor(product);
  }

  private static void bindToLoopback(CreateContainerCmd command) {
    command
        .getHostConfig()
        .withPortBindings(new PortBinding(Binding.bindIp("127.0.0.1"), new ExposedPort(PORT)));
  }

  /** How the collector reaches it. */
  public ServerAddress address(String user) {
    return new ServerAddress("measured", url(), user, PASSWORD);
  }

  /** An account that may do as much as the documentation asks for. */
  public void grantTheLeast(String user) throws SQLException {
    execute(
        "CREATE USER " + user + " IDENTIFIED BY '" + PASSWORD + "'",
        "GRANT PROCESS, REFERENCES ON *.* TO " + user,
        "GRANT SELECT ON mysql.innodb_table_stats TO " + user,
        "GRANT SELECT ON mysql.innodb_index_stats TO " + user);
  }

  /** Runs statements as the account with every privilege. */
  public void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "root", PASSWORD);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The CPU time of the server process so far, of users and system. */
  public double cpuSeconds() throws IOException, InterruptedException {
    String[] fields =
        container.execInContainer("cat", "/proc/1/stat").getStdout().strip().split(" ", -1);
    return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1]))
        / TICKS_PER_SECOND;
  }

  /** Its address for JDBC. */
  public String url() {
    return "jdbc:mysql://127.0.0.1:"
        + container.getMappedPort(PORT)
        + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true";
  }

  @Override
  public void close() {
    container.stop();
  }
}
