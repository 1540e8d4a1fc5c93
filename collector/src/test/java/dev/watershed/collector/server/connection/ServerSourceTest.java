package dev.watershed.collector.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Connections are led to where, and as whom, an address says. */
class ServerSourceTest {

  private static final String URL = "jdbc:mysql://db1/?trustCertificateKeyStoreUrl=file:/ca";

  @Test
  void passwordsOfStoresStandBesideTheUrl() throws Exception {
    MysqlDataSource source = new MysqlDataSource();
    ServerSource.lead(
        source, new ServerAddress("a", URL, "w", "one", Optional.of("two"), Optional.of("three")));
    assertThat(source.getUrl()).isEqualTo(URL);
    assertThat(source.getUser()).isEqualTo("w");
    assertThat(source.getPassword()).isEqualTo("one");
    assertThat(source.getTrustCertificateKeyStorePassword()).isEqualTo("two");
    assertThat(source.getClientCertificateKeyStorePassword()).isEqualTo("three");
    assertThat(source.getSslMode()).isEqualTo("VERIFY_IDENTITY");
  }

  @Test
  void storesMayNeedNone() throws Exception {
    MysqlDataSource source = new MysqlDataSource();
    ServerSource.lead(source, new ServerAddress("a", URL, "w", "one"));
    assertThat(source.getTrustCertificateKeyStorePassword()).isNull();
  }
}
