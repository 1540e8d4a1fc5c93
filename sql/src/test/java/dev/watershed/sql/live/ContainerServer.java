package dev.watershed.sql.live;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.rnorth.ducttape.unreliables.Unreliables;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.ExecConfig;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container, on a free port of 127.0.0.1. */
final class ContainerServer implements LiveServer {
  private static final int PORT = 3306;
  private static final int PATIENCE_SECONDS = 60;
  private static final String ANSWER_MILLIS = "5000";

  private final Product product;
  private final JdbcDatabaseContainer<?> container;
  private int port;

  private ContainerServer(Product product, JdbcDatabaseContainer<?> container) {
    this.product = product;
    this.container = container;
    this.port = container.getMappedPort(PORT);
  }

  /** Starts it and waits until it answers. */
  static ContainerServer start(Product product, String image, List<String> flags) {
    JdbcDatabaseContainer<?> container = container(product, DockerImageName.parse(image));
    container.withUsername(USER).withPassword(PASSWORD).withDatabaseName("test");
    container
        // A first connection that is never greeted is given up, and the next one tried.
        .withUrlParam("connectTimeout", ANSWER_MILLIS)
        .withUrlParam("allowPublicKeyRetrieval", "true")
        .withUrlParam("sslMode", sslOff(product));
    container.setCommand(flags.toArray(String[]::new));
    container.withCreateContainerCmdModifier(ContainerServer::place);
    container.withLabel("watershed.live", product.name().toLowerCase(Locale.ROOT));
    container.start();
    return new ContainerServer(product, container);
  }

  @Override
  public Product product() {
    return product;
  }

  @Override
  public String url() {
    String options =
        product == Product.MYSQL ? "?allowPublicKeyRetrieval=true&sslMode=DISABLED" : "";
    String scheme = product == Product.MYSQL ? "jdbc:mysql" : "jdbc:mariadb";
    return "%s://127.0.0.1:%d/%s".formatted(scheme, port, options);
  }

  @Override
  public byte[] read(String serverPath) {
    return container.copyFileFromContainer(serverPath, InputStream::readAllBytes);
  }

  @Override
  public String logPath(String name) {
    return "/var/log/mysql/" + name;
  }

  @Override
  public ShellRun shell(String script, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    String path = "/tmp/" + UUID.randomUUID();
    container.copyFileToContainer(Transferable.of(script), path + ".sh");
    List<String> command =
        new ArrayList<>(
            List.of("sh", "-c", "sh \"$@\" >" + path + ".out", "sh", path + ".sh", "-h127.0.0.1"));
    command.addAll(List.of(arguments));
    Container.ExecResult result =
        container.execInContainer(
            ExecConfig.builder()
                .command(command.toArray(String[]::new))
                .envVars(variables)
                .build());
    return new ShellRun(result.getExitCode(), read(path + ".out"), result.getStderr());
  }

  @Override
  public void restart() {
    docker().restartContainerCmd(id()).withTimeout(PATIENCE_SECONDS).exec();
    awaitAnswer();
  }

  @Override
  public void kill() {
    docker().killContainerCmd(id()).exec();
    docker().waitContainerCmd(id()).start().awaitStatusCode(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void start() {
    docker().startContainerCmd(id()).exec();
    awaitAnswer();
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }

  private String id() {
    return container.getContainerId();
  }

  private void awaitAnswer() {
    Binding[] bindings =
        docker()
            .inspectContainerCmd(id())
            .exec()
            .getNetworkSettings()
            .getPorts()
            .getBindings()
            .get(new ExposedPort(PORT));
    port = Integer.parseInt(bindings[0].getHostPortSpec());
    Unreliables.retryUntilSuccess(
        PATIENCE_SECONDS,
        TimeUnit.SECONDS,
        () -> {
          DriverManager.getConnection(url(), impatient()).close();
          return port;
        });
  }

  /** A connection that is made while the server begins may wait for its greeting for ever. */
  private static Properties impatient() {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", PASSWORD);
    properties.setProperty("connectTimeout", ANSWER_MILLIS);
    properties.setProperty("socketTimeout", ANSWER_MILLIS);
    return properties;
  }

  @Override
  public void close() {
    container.stop();
  }

  private static JdbcDatabaseContainer<?> container(Product product, DockerImageName image) {
    return switch (product) {
      case MYSQL -> new MySQLContainer(image.asCompatibleSubstituteFor("mysql"));
      case MARIADB -> new MariaDBContainer(image.asCompatibleSubstituteFor("mariadb"));
    };
  }

  private static String sslOff(Product product) {
    return product == Product.MYSQL ? "DISABLED" : "disable";
  }

  /**
   * Testcontainers would publish the port on every address of the machine. Docker would give the
   * network card the address of whoever left it, and after a new start another one: MariaDB takes
   * itself for another server then.
   */
  private static void place(CreateContainerCmd command) {
    byte[] card = new byte[5];
    new SecureRandom().nextBytes(card);
    command
        .withMacAddress("02:" + HexFormat.ofDelimiter(":").formatHex(card))
        .getHostConfig()
        .withPortBindings(new PortBinding(Binding.bindIp("127.0.0.1"), new ExposedPort(PORT)));
  }
}
