package dev.watershed.collector.server.connection;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.jdbc.MysqlDataSource;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import java.sql.SQLException;

/** What every connection to a server begins with: where, as whom, and how encrypted. */
public final class ServerSource {

  private static final String SCHEME = "jdbc:mysql:";

  private ServerSource() {}

  /**
   * Leads a source to an address.
   *
   * @throws ServerException if the url is none; the message does not show it, since a part that is
   *     misplaced may be a password
   */
  public static void lead(MysqlDataSource source, ServerAddress address)
      throws ServerException, SQLException {
    requireUrl(address.url());
    source.setUrl(address.url());
    EncryptionDefault.apply(source);
    source.setUser(address.user());
    source.setPassword(address.password());
    if (address.trustStorePassword().isPresent()) {
      source.setTrustCertificateKeyStorePassword(address.trustStorePassword().get());
    }
    if (address.keyStorePassword().isPresent()) {
      source.setClientCertificateKeyStorePassword(address.keyStorePassword().get());
    }
    // Statements stay plain text: server-side ones would add to the digests of the server.
    source.setUseServerPrepStmts(false);
    source.setConnectionAttributes("program_name:watershed");
  }

  private static void requireUrl(String url) throws ServerException {
    if (!url.startsWith(SCHEME)) {
      throw new ServerException(
          ServerProblem.BAD_ADDRESS,
          "its url is not one; expected jdbc:mysql://host:port/, for MariaDB as well");
    }
    try {
      ConnectionUrl.getConnectionUrlInstance(url, null).getHostsList();
    } catch (CJException | IllegalArgumentException malformed) {
      throw new ServerException(
          ServerProblem.BAD_ADDRESS,
          "its url cannot be read; expected jdbc:mysql://host:port/?name=value&name=value, with"
              + " %40 for an @ in a value, and likewise for other signs",
          malformed);
    }
  }
}
