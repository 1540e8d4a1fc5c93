package dev.watershed.collector.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for where a url does not say. */
class EncryptionDefaultTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:mysql://db1.example:3306/                            | REQUIRED",
        "jdbc:mysql://db1.example/?connectTimeout=5                | REQUIRED",
        "jdbc:mysql://10.0.0.5/                                    | REQUIRED",
        "jdbc:mysql://localhost.example/                           | REQUIRED",
        "jdbc:mysql://127.example/                                 | REQUIRED",
        "jdbc:mysql://[2001:db8::1]:3306/                          | REQUIRED",
        "jdbc:mysql://127.0.0.1,db1.example/                       | REQUIRED",
        "jdbc:mysql://db1/?trustCertificateKeyStoreUrl=file:/ca    | VERIFY_IDENTITY",
        "jdbc:mysql://db1/?TRUSTCERTIFICATEKEYSTOREURL=file:/ca    | VERIFY_IDENTITY",
        "jdbc:mysql://db1/?sslMode=DISABLED                        |",
        "jdbc:mysql://db1/?sslmode=preferred                       |",
        "jdbc:mysql://address=(host=db1)(sslMode=VERIFY_CA)/       |",
        "jdbc:mysql://db1/?useSSL=false                            |",
        "jdbc:mysql://db1/?socketFactory=a.B                       |",
        "jdbc:mysql://localhost/                                   |",
        "jdbc:mysql://LOCALHOST:3306/                              |",
        "jdbc:mysql://127.0.0.1:3306/                              |",
        "jdbc:mysql://127.1.2.3/                                   |",
        "jdbc:mysql://[::1]:3306/                                  |",
        "jdbc:mysql:///                                            |",
        "jdbc:mysql://db1:port/                                    |",
        "no url                                                    |",
      })
  void encryptionIsAskedForBeyondThisMachine(String url, String mode) {
    assertThat(EncryptionDefault.sslMode(url).orElse(null)).isEqualTo(mode);
  }
}
