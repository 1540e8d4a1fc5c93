package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.util.StringUtils;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Found is what the driver would take, and nothing that is harmless. */
class UrlSecretTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:mysql://w:hidden@db1:3306/                      | user:password@host | password",
        "jdbc:mysql://:hidden@db1/                            | user:password@host | password",
        "jdbc:mysql://w%3Ahidden@db1/                         | user:password@host | password",
        "jdbc:mysql://w:hid%40den@db1/                        | user:password@host | password",
        "jdbc:mysql://w:hid(d]en@db1/                         | user:password@host | password",
        "jdbc:mysql://w:hidden@[db1,db2]/                     | user:password@host | password",
        "jdbc:mysql://db1,w:hidden@db2/                       | user:password@host | password",
        "jdbc:mysql:replication://db1:1,w:hidden@db2:2/       | user:password@host | password",
        "jdbc:mysql+srv://w:hidden@db1/                       | user:password@host | password",
        "jdbc:mariadb://w:hidden@db1/                         | user:password@host | password",
        "jdbc:mysql://db1/?password=hidden                    | password           | password",
        "jdbc:mysql://db1?a=b&PassWord=hidden                 | PassWord           | password",
        "jdbc:mysql://db1/?pass%77ord=hidden                  | password           | password",
        "jdbc:mysql://db1/ ? password = hidden                | password           | password",
        "jdbc:mysql://db1/?a=b?password=hidden                | password           | password",
        "jdbc:mysql://db1/?user=w&pwd=hidden                  | pwd                | password",
        "jdbc:mysql://address=(host=db1)(password=hidden)/    | password           | password",
        "jdbc:mysql://(host=db1, Pass%77ord = hidden)/        | Password           | password",
        "jdbc:mysql://[db1,(host=db2,password=hidden)]/       | password           | password",
        "jdbc:mysql:loadbalance://db1,(host=a,password=b)/    | password           | password",
        "jdbc:mysql://db1/?password1=hidden                   | password1          | password",
        "jdbc:mysql://db1/?password2=hidden                   | password2          |",
        "jdbc:mysql://db1/?password3=hidden                   | password3          |",
        "jdbc:mysql://db1/?trustCertificateKeyStorePassword=a | trustCertificateKeyStorePassword"
            + " | trustStorePassword",
        "jdbc:mysql://(host=db1,clientCertificateKeyStorePassword=a)/ |"
            + " clientCertificateKeyStorePassword | keyStorePassword",
        "jdbc:mysql://db1/?xdevapi.ssl-keystore-password=a    | xdevapi.ssl-keystore-password"
            + " | keyStorePassword",
        "jdbc:mysql://db1/?%zz\"pass=a                        | a parameter        | password",
      })
  void findsEachFormThatTheDriverTakes(String url, String holder, String key) {
    UrlSecret secret = UrlSecret.in(url).orElseThrow();
    assertThat(secret.holder()).isEqualTo(holder);
    assertThat(secret.key().orElse(null)).isEqualTo(key);
    assertThat(secret.problem()).doesNotContain("hidden", "hid%40den");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://db1:3306/",
        "jdbc:mysql://w@db1:3306/",
        "jdbc:mysql://db1:3306,w@db2:3306/",
        "jdbc:mysql://[2001:db8::1]:3306/",
        "jdbc:mysql://w@[2001:db8::1]:3306/",
        "jdbc:mysql://(host=db1,port=3306,user=w)/",
        "jdbc:mysql://db1/?password=",
        "jdbc:mysql://db1/?passwordCharacterEncoding=UTF-8&disconnectOnExpiredPasswords=false",
        "jdbc:mysql://db1:3306/?sessionVariables=a=@b:c@d",
        "jdbc:mysql://db1/?trustCertificateKeyStoreUrl=file:/pass/a@b.p12&sslMode=VERIFY_CA",
        "",
      })
  void leavesWhatIsHarmless(String url) {
    assertThat(UrlSecret.in(url)).isEmpty();
  }

  /** Made of pieces in each order, so that places are tried that nobody thought of. */
  @ParameterizedTest
  @ValueSource(strings = {"w:hidden@", ":hidden@", "w@", "w:hid:den@", "w:h[i@", "[", "(host="})
  void agreesWithTheDriver(String before) {
    List<String> taken = new ArrayList<>();
    for (String host : new String[] {"db1", "db1:1", "[::1]:1", "db1,db2", "[db1,db2]", "(a=b)"}) {
      for (String after : new String[] {"", ")", ",password=hidden)", "]", ",w:hidden@db3"}) {
        for (String end : new String[] {"/", "/?a=b", "?PASS%57ORD=hidden", "/#?password=hidden"}) {
          String url = "jdbc:mysql://" + before + host + after + end;
          if (driverFindsPassword(url)) {
            taken.add(url);
            assertThat(UrlSecret.in(url)).as(url).isPresent();
          }
        }
      }
    }
    assertThat(taken).isNotEmpty();
  }

  private static boolean driverFindsPassword(String url) {
    try {
      return ConnectionUrl.getConnectionUrlInstance(url, null).getHostsList().stream()
          .anyMatch(host -> !StringUtils.isNullOrEmpty(host.getPassword()));
    } catch (CJException noUrl) {
      return false;
    }
  }
}
