package dev.watershed.collector.server.connection;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * What a driver's exception means, and the way out.
 *
 * <p>Error numbers: MySQL Reference Manual, "Server Error Message Reference"; MariaDB shares these,
 * but for its own limit of time.
 */
public final class ServerFailures {

  private static final int TOO_MANY_CONNECTIONS = 1040;
  private static final int TOO_MANY_USER_CONNECTIONS = 1203;

  /** The account's own, which it was created with. */
  private static final int USER_LIMIT_REACHED = 1226;

  private static final int HOST_BLOCKED = 1129;

  /** The standard's state of one who is not authorized. */
  private static final String NOT_AUTHORIZED = "28000";

  /**
   * Refusals of an account that have another state: the schema (1044) or the client's host (1130)
   * is not for it, its password expired (1862), it is locked or blocked, on MySQL (3118, 3955) and
   * on MariaDB (4150, 4151).
   */
  private static final Set<Integer> REFUSED = Set.of(1044, 1130, 1862, 3118, 3955, 4150, 4151);

  private static final int TABLE_DENIED = 1142;
  private static final int COLUMN_DENIED = 1143;
  private static final int PRIVILEGE_DENIED = 1227;
  private static final int INTERRUPTED = 1317;
  private static final int MYSQL_TIME_LIMIT = 3024;
  private static final int MARIADB_TIME_LIMIT = 1969;
  private static final int LOCK_WAIT = 1205;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final String user;

  ServerFailures(ServerAddress address) {
    this(address.user());
  }

  /**
   * @param user as whom the server is asked
   */
  public ServerFailures(String user) {
    this.user = user;
  }

  /** A failure to connect. */
  ServerException connecting(SQLException failure) {
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      if (cause instanceof UnknownHostException) {
        return made(ServerProblem.UNKNOWN_HOST, "its host is not known; mend its url", failure);
      }
      if (cause instanceof SocketTimeoutException) {
        return made(
            ServerProblem.NO_ANSWER,
            "it does not answer in time; is the way to it open (firewall, port)?",
            failure);
      }
      if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
        return made(
            ServerProblem.REFUSED,
            "nobody listens at its address; is it running, and is its url right?",
            failure);
      }
      if (cause instanceof SSLException) {
        return made(
            ServerProblem.ENCRYPTION,
            "no encrypted connection (" + said(cause) + "); " + ENCRYPTION_WAY_OUT,
            failure);
      }
    }
    return said(failure, causes);
  }

  private static final String ENCRYPTION_WAY_OUT =
      "its url says what is asked for: sslMode=VERIFY_IDENTITY or VERIFY_CA with"
          + " trustCertificateKeyStoreUrl (and trustStorePassword beside the url), sslMode=REQUIRED as without any of these (but on this"
          + " machine), or sslMode=DISABLED on a network that is safe";

  private ServerException said(SQLException failure, List<Throwable> causes) {
    String all = String.join(" ", causes.stream().map(ServerFailures::said).toList());
    if (all.contains("Public Key Retrieval is not allowed")) {
      return made(
          ServerProblem.ENCRYPTION,
          "its account logs in by caching_sha2_password, which asks for encryption: say"
              + " sslMode=REQUIRED in its url, or allowPublicKeyRetrieval=true on a network that"
              + " is safe",
          failure);
    }
    if (all.contains("keystore password was incorrect")) {
      return made(
          ServerProblem.ENCRYPTION,
          said(failure) + "; mend trustStorePassword or keyStorePassword beside its url",
          failure);
    }
    if (all.contains("SSL Connection required") || all.contains("SSL peer")) {
      return made(
          ServerProblem.ENCRYPTION,
          "no encrypted connection (" + said(failure) + "); " + ENCRYPTION_WAY_OUT,
          failure);
    }
    for (Throwable cause : causes) {
      if (cause instanceof SQLException sql && sql.getErrorCode() != 0) {
        return answered(sql);
      }
    }
    return "08S01".equals(failure.getSQLState())
        ? cut(failure, causes)
        : made(ServerProblem.BAD_ADDRESS, said(failure) + "; mend its url", failure);
  }

  /** In the words of the network: those of the driver count milliseconds or show its own stack. */
  private static ServerException cut(SQLException failure, List<Throwable> causes) {
    Throwable why =
        causes.stream().filter(IOException.class::isInstance).findFirst().orElse(failure);
    return made(
        ServerProblem.CUT, "the connection was cut (" + said(why) + "); tried again", failure);
  }

  /** A failure to answer a statement. */
  public ServerException asking(SQLException failure) {
    List<Throwable> causes = causes(failure);
    if (causes.stream().anyMatch(SocketTimeoutException.class::isInstance)) {
      return made(
          ServerProblem.CUT, "it fell silent in the middle of an answer; tried again", failure);
    }
    String state = failure.getSQLState();
    boolean lost = state != null && state.startsWith("08");
    return lost || causes.stream().anyMatch(IOException.class::isInstance)
        ? cut(failure, causes)
        : answered(failure);
  }

  /** An answer that is none to what was asked, such as a word for a number. */
  public ServerException reading(RuntimeException failure) {
    return new ServerException(
        ServerProblem.OTHER, "an answer cannot be read (" + said(failure) + ")", failure);
  }

  private ServerException answered(SQLException failure) {
    if (failure instanceof SQLTimeoutException) {
      return tooLong(failure);
    }
    if (refusesAccount(failure)) {
      return made(
          ServerProblem.ACCESS_DENIED,
          said(failure) + "; mend its user and password, or the account on the server",
          failure);
    }
    return switch (failure.getErrorCode()) {
      case HOST_BLOCKED ->
          made(
              ServerProblem.ACCESS_DENIED,
              said(failure) + "; TRUNCATE performance_schema.host_cache unblocks it",
              failure);
      case TOO_MANY_CONNECTIONS, TOO_MANY_USER_CONNECTIONS, USER_LIMIT_REACHED ->
          made(ServerProblem.TOO_MANY_CONNECTIONS, said(failure) + "; tried again", failure);
      case TABLE_DENIED, COLUMN_DENIED, PRIVILEGE_DENIED ->
          made(
              ServerProblem.MISSING_GRANT,
              said(failure)
                  + "; on the server: GRANT PROCESS ON *.* TO the account of '"
                  + user
                  + "'; GRANT SELECT ON performance_schema.* TO it",
              failure);
      case MYSQL_TIME_LIMIT, MARIADB_TIME_LIMIT, INTERRUPTED, LOCK_WAIT -> tooLong(failure);
      default -> made(ServerProblem.OTHER, said(failure), failure);
    };
  }

  private static boolean refusesAccount(SQLException failure) {
    return NOT_AUTHORIZED.equals(failure.getSQLState()) || REFUSED.contains(failure.getErrorCode());
  }

  private ServerException tooLong(SQLException failure) {
    return made(
        ServerProblem.TIME_LIMIT,
        "a statement took longer than Watershed allows itself (" + said(failure) + "); tried again",
        failure);
  }

  private static ServerException made(ServerProblem problem, String message, SQLException failure) {
    return new ServerException(problem, message, failure);
  }

  private static String said(Throwable failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return BLANKS.matcher(message).replaceAll(" ").strip();
  }

  private static List<Throwable> causes(SQLException failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
