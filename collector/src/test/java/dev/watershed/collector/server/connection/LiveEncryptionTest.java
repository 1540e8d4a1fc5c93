package dev.watershed.collector.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Encryption that urls ask for, and that they do not name. The address 0.0.0.0 leads to this
 * machine, which the rule does not know.
 */
class LiveEncryptionTest {

  private static final Pattern ELSEWHERE = Pattern.compile("//127\\.0\\.0\\.1(:[0-9]+).*");

  @Live(Product.MYSQL)
  @Nested
  class OnMySql {
    private final LiveServer server;

    OnMySql(LiveServer server) {
      this.server = server;
    }

    @Test
    void whatTheUrlDoesNotSayIsEncrypted() throws SQLException {
      assertThat(cipher(elsewhere(server, ""))).isNotEmpty();
    }

    @Test
    void clearTextIsWhatAUrlAsksFor() throws SQLException {
      assertThat(cipher(LiveAddress.url(server))).isEmpty();
    }

    @Test
    void aServerThatCannotProveWhoItIsIsRefused() {
      for (String mode : List.of("VERIFY_CA", "VERIFY_IDENTITY")) {
        refused(elsewhere(server, "?sslMode=" + mode), "no encrypted connection (");
      }
    }

    @Test
    void aServerWhoseCertificateIsTrustedIsAsked(@TempDir Path folder) throws Exception {
      Path store = folder.resolve("ca.p12");
      String password = "of the trust store";
      try (OutputStream file = Files.newOutputStream(store)) {
        trusting(certificate()).store(file, password.toCharArray());
      }
      String url =
          elsewhere(
              server,
              "?sslMode=VERIFY_CA&trustCertificateKeyStoreType=PKCS12&trustCertificateKeyStoreUrl="
                  + store.toUri());
      try (ServerPool pool = pool(url, Optional.of(password));
          QuerySession session = pool.session()) {
        assertThat(session.identity().product()).isEqualTo(ServerProduct.MYSQL);
      }
      try (ServerPool pool = pool(url, Optional.of("of another one"))) {
        assertThatExceptionOfType(ServerException.class)
            .isThrownBy(pool::session)
            .withMessageNotContaining("of another one")
            .withMessageContaining("trustStorePassword")
            .satisfies(
                refusal -> assertThat(refusal.problem()).isEqualTo(ServerProblem.ENCRYPTION));
      }
    }

    private byte[] certificate() throws SQLException {
      String folder = value(LiveAddress.url(server), "SHOW VARIABLES LIKE 'datadir'");
      return server.read(folder + "ca.pem");
    }
  }

  private static KeyStore trusting(byte[] certificate) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry(
        "ca",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate)));
    return store;
  }

  private static ServerPool pool(String url, Optional<String> trustStorePassword) {
    return new ServerPool(
        new ServerAddress(
            "live",
            url,
            LiveServer.USER,
            LiveServer.PASSWORD,
            trustStorePassword,
            Optional.empty()),
        ServerLimits.standard(),
        List.of("mysql.user"));
  }

  @Live(Product.MARIADB)
  @Nested
  class OnMariaDb {
    private final LiveServer server;

    OnMariaDb(LiveServer server) {
      this.server = server;
    }

    @Test
    void aServerWithoutEncryptionIsRefused() throws SQLException {
      String url = elsewhere(server, "");
      if (offersEncryption()) {
        assertThat(cipher(url)).isNotEmpty();
      } else {
        refused(url, "not provided by server");
        refused(url, "sslMode=DISABLED on a network that is safe");
      }
    }

    private boolean offersEncryption() throws SQLException {
      return value(LiveAddress.url(server), "SHOW VARIABLES LIKE 'have_ssl'").equals("YES");
    }
  }

  private static void refused(String url, String part) {
    try (ServerPool pool = pool(url, Optional.empty())) {
      assertThatExceptionOfType(ServerException.class)
          .isThrownBy(pool::session)
          .withMessageContaining(part)
          .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(ServerProblem.ENCRYPTION));
    }
  }

  /** The same server by an address that does not say that it is this machine. */
  private static String elsewhere(LiveServer server, String parameters) {
    return ELSEWHERE.matcher(LiveAddress.url(server)).replaceFirst("//0.0.0.0$1/") + parameters;
  }

  /** How a connection is encrypted; empty if it is not. */
  private static String cipher(String url) throws SQLException {
    return value(url, "SHOW SESSION STATUS LIKE 'Ssl_cipher'");
  }

  private static String value(String url, String question) throws SQLException {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(url);
    source.setUser(LiveServer.USER);
    source.setPassword(LiveServer.PASSWORD);
    EncryptionDefault.apply(source);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() ? answer.getString(2) : "";
    }
  }
}
