package dev.watershed.collector.server.connection;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The encryption that is asked for where a url does not say: {@code VERIFY_IDENTITY} if it names
 * the certificates that are trusted, else {@code REQUIRED}. Addresses of this machine are left to
 * the driver's {@code PREFERRED}, since nobody sits on the way (MySQL Connector/J, "Connecting
 * Securely Using SSL").
 */
public final class EncryptionDefault {

  private static final String TRUSTED = "trustcertificatekeystoreurl";

  /** What says how to connect, in small letters; the last three are older words. */
  private static final Set<String> SAID =
      Set.of("sslmode", "socketfactory", "usessl", "requiressl", "verifyservercertificate");

  private EncryptionDefault() {}

  /** Asks for it, if the url of the source does not say. */
  public static void apply(MysqlDataSource source) throws SQLException {
    Optional<String> mode = sslMode(source.getUrl());
    if (mode.isPresent()) {
      source.setSslMode(mode.get());
    }
  }

  /**
   * What is asked for.
   *
   * @return empty where the url says, where it leads to this machine only, and where it is none:
   *     the driver says so when it connects
   */
  static Optional<String> sslMode(String url) {
    List<HostInfo> hosts;
    try {
      hosts = ConnectionUrl.getConnectionUrlInstance(url, null).getHostsList();
    } catch (CJException bad) {
      return Optional.empty();
    }
    if (hosts.stream().anyMatch(host -> has(host, SAID))
        || hosts.stream().allMatch(EncryptionDefault::isHere)) {
      return Optional.empty();
    }
    return Optional.of(
        hosts.stream().allMatch(host -> has(host, Set.of(TRUSTED)))
            ? "VERIFY_IDENTITY"
            : "REQUIRED");
  }

  private static boolean has(HostInfo host, Set<String> names) {
    Map<String, String> properties = host.getHostProperties();
    return properties.keySet().stream()
        .anyMatch(name -> names.contains(name.toLowerCase(Locale.ROOT)));
  }

  private static boolean isHere(HostInfo host) {
    String name = host.getHost().toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.startsWith("127.") && name.chars().allMatch(c -> c == '.' || Character.isDigit(c))
        || name.equals("::1")
        || name.equals("[::1]");
  }
}
