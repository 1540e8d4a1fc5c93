package dev.watershed.benchmarks.fleet.server;

import java.util.ArrayList;
import java.util.List;

/** The products that the fleet runs on. */
public enum ServerKind {
  MYSQL("MySQL", "watershed/mysql:9.7", "--log-slow-extra=ON"),
  MARIADB(
      "MariaDB",
      "watershed/mariadb:10.11",
      "--log-slow-verbosity=query_plan,explain --performance-schema=ON");

  private static final String FLAGS =
      "--slow-query-log=OFF --long-query-time=0 --default-time-zone=+00:00 --max-connections=400"
          + " --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=OFF"
          + " --innodb-flush-method=nosync"
          + " --innodb-buffer-pool-size=268435456 --innodb-lock-wait-timeout=5"
          + " --table-open-cache=4000 --character-set-server=utf8mb4"
          + " --collation-server=utf8mb4_unicode_ci";

  private final String family;
  private final String image;
  private final String flags;

  ServerKind(String family, String image, String flags) {
    this.family = family;
    this.image = image;
    this.flags = flags;
  }

  /** The product's name; the version is the server's to tell. */
  public String family() {
    return family;
  }

  /** The local image that {@code .ci/images/build} makes. */
  String image() {
    return image;
  }

  /** How it is started: every statement can be logged, and a crash may lose data. */
  List<String> flags(String slowLog) {
    List<String> all = new ArrayList<>(List.of((FLAGS + " " + flags).split(" ", -1)));
    all.add("--slow-query-log-file=" + slowLog);
    return all;
  }
}
