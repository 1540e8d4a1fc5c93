package dev.watershed.collector.server.connection;

import dev.watershed.sql.live.LiveServer;

/** A test server as the collector reaches it. */
public final class LiveAddress {

  private LiveAddress() {}

  /** As the account with every privilege. */
  public static ServerAddress of(LiveServer server) {
    return of(server, LiveServer.USER, LiveServer.PASSWORD);
  }

  /** As some account. */
  public static ServerAddress of(LiveServer server, String user, String password) {
    return new ServerAddress("live", url(server), user, password);
  }

  /** The address for the one driver that the collector has. */
  public static String url(LiveServer server) {
    String url = server.url().replace("jdbc:mariadb:", "jdbc:mysql:");
    return url.contains("?") ? url : url + "?sslMode=DISABLED";
  }
}
