package dev.watershed.benchmarks.fleet.server;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container of a local image. */
final class ContainerFleetServer implements FleetServer {

  private static final int PORT = 3306;
  private static final String LOG = "/var/lib/mysql/fleet-slow.log";

  private final String name;
  private final ServerKind kind;
  private final JdbcDatabaseContainer<?> container;

  private ContainerFleetServer(String name, ServerKind kind, JdbcDatabaseContainer<?> container) {
    this.name = name;
    this.kind = kind;
    this.container = container;
  }

  /** Starts it and waits until it answers. */
  static ContainerFleetServer start(String name, ServerKind kind) {
    DockerImageName image = DockerImageName.parse(kind.image());
    JdbcDatabaseContainer<?> container =
        kind == ServerKind.MYSQL
            ? new MySQLContainer(image.asCompatibleSubstituteFor("mysql"))
            : new MariaDBContainer(image.asCompatibleSubstituteFor("mariadb"));
    container.withUsername("root").withPassword(PASSWORD).withDatabaseName("test");
    container
        .withUrlParam("allowPublicKeyRetrieval", "true")
        .withUrlParam("sslMode", kind == ServerKind.MYSQL ? "DISABLED" : "disable");
    container.setCommand(kind.flags(LOG).toArray(String[]::new));
    container.withCreateContainerCmdModifier(ContainerFleetServer::bindToLoopback);
    container.withLabel("watershed.live", "fleet");
    container.start();
    return new ContainerFleetServer(name, kind, container);
  }

  private static void bindToLoopback(CreateContainerCmd command) {
    command
        .getHostConfig()
        .withPortBindings(new PortBinding(Binding.bindIp("127.0.0.1"), new ExposedPort(PORT)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ServerKind kind() {
    return kind;
  }

  @Override
  public int port() {
    return container.getMappedPort(PORT);
  }

  @Override
  public void copySlowLog(Path to) throws IOException {
    container.copyFileFromContainer(
        LOG, in -> Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING));
  }

  @Override
  public void close() {
    container.stop();
  }
}
