package dev.watershed.sql.live;

import java.util.List;

/** A server product that tests can ask for. */
public enum Product {
  /** MySQL 9.7, from a container only. */
  MYSQL(
      "MySQL 9.7",
      "watershed/mysql:9.7",
      "--slow-query-log=OFF --long-query-time=0 --log-slow-extra=ON"),

  /** MariaDB 10.11 from a container, or an embedded MariaDB 11.4 where there is no Docker. */
  MARIADB(
      "MariaDB",
      "watershed/mariadb:10.11",
      "--slow-query-log=OFF --long-query-time=0 --performance-schema=ON");

  private final String title;
  private final String image;
  private final String flags;

  Product(String title, String image, String flags) {
    this.title = title;
    this.image = image;
    this.flags = flags;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** The local image that {@code .ci/images/build} makes. */
  public String image() {
    return image;
  }

  /** The flags that every test server of this product starts with: each statement is loggable. */
  public List<String> flags() {
    return List.of(flags.split(" ", -1));
  }
}
