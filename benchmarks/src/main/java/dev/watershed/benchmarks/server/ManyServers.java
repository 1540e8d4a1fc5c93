package dev.watershed.benchmarks.server;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Many small MySQL servers in one container: a process, a folder and a port each. */
final class ManyServers implements AutoCloseable {

  private static final int FIRST_PORT = 3_400;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long PAUSE_MILLIS = 500;

  /** The buffers are as small as they may be; everything that is sampled is as large as ever. */
  private static final String SCRIPT =
      """
      cat >/tmp/init.sql <<END
      CREATE USER 'root'@'%%' IDENTIFIED BY '%s';
      GRANT ALL ON *.* TO 'root'@'%%' WITH GRANT OPTION;
      END
      chmod 644 /tmp/init.sql
      for i in $(seq 0 %d); do
        cp -a /var/lib/mysql /srv/$i
        mysqld --no-defaults --user=mysql --datadir=/srv/$i --port=$((%d + i)) --mysqlx=OFF \
          --socket=/tmp/$i.sock --pid-file=/tmp/$i.pid --disable-log-bin --init-file=/tmp/init.sql \
          --secure-file-priv=/var/lib/mysql-files --innodb-buffer-pool-size=16M \
          --innodb-redo-log-capacity=8M --innodb-doublewrite=OFF \
          --innodb-flush-log-at-trx-commit=0 --max-connections=20 >/tmp/$i.log 2>&1 &
        sleep 1
      done
      wait
      """;

  private final GenericContainer<?> container;
  private final int count;

  private ManyServers(GenericContainer<?> container, int count) {
    this.container = container;
    this.count = count;
  }

  /** Starts them and waits until all answer. */
  static ManyServers start(int count) throws InterruptedException {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse("watershed/mysql:9.7"));
    Integer[] ports =
        IntStream.range(0, count).mapToObj(i -> FIRST_PORT + i).toArray(Integer[]::new);
    container.withExposedPorts(ports).withLabel("watershed.live", "many");
    container.withCreateContainerCmdModifier(
        command -> {
          command.withEntrypoint(
              "sh", "-c", SCRIPT.formatted(MeasuredServer.PASSWORD, count - 1, FIRST_PORT));
          bindToLoopback(command, count);
        });
    container.setWaitStrategy(
        new org.testcontainers.containers.wait.strategy.AbstractWaitStrategy() {
          @Override
          protected void waitUntilReady() {
            // All servers are asked below.
          }
        });
    container.start();
    ManyServers servers = new ManyServers(container, count);
    for (String url : servers.urls()) {
      awaitAnswer(url);
    }
    return servers;
  }

  private static void bindToLoopback(CreateContainerCmd command, int count) {
    command
        .getHostConfig()
        .withPortBindings(
            IntStream.range(0, count)
                .mapToObj(
                    i ->
                        new PortBinding(
                            Binding.bindIp("127.0.0.1"), new ExposedPort(FIRST_PORT + i)))
                .toList());
  }

  private static void awaitAnswer(String url) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection =
          DriverManager.getConnection(url, "root", MeasuredServer.PASSWORD)) {
        if (connection.isValid(1)) {
          return;
        }
      } catch (SQLException notYet) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("no answer at " + url, notYet);
        }
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Where they are. */
  List<String> urls() {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "jdbc:mysql://127.0.0.1:"
                    + container.getMappedPort(FIRST_PORT + i)
                    + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true")
        .toList();
  }

  @Override
  public void close() {
    container.stop();
  }
}
