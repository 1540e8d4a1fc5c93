package dev.watershed.collector.server.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionResolverTest {

  private static final String TEXT = "select * from t where a = 'secret' /*controller='coupon'*/";

  private final SessionResolver resolver =
      new SessionResolver(List.of("controller"), 24, SqlMode.standard());

  @Test
  void aTextAndItsDigestTextComeToTheSameStatement() {
    Optional<Fingerprint> ofText = resolve(Optional.empty(), TEXT, false).statement();
    Optional<Fingerprint> ofDigest =
        resolve(Optional.of("SELECT * FROM `t` WHERE `a` = ?"), TEXT, false).statement();
    assertThat(ofText).isEqualTo(Optional.of(Fingerprints.of(TEXT, SqlMode.standard())));
    assertThat(ofDigest.map(Fingerprint::digest)).isEqualTo(ofText.map(Fingerprint::digest));
    assertThat(ofText.toString()).doesNotContain("secret");
  }

  @Test
  void aClientCountsByItsNetworkWithItsTagsAndProgram() {
    assertThat(resolve(Optional.empty(), TEXT, false).origin())
        .isEqualTo(
            new Origin(
                "svc",
                "10.2.3.0/24",
                List.of(
                    new OriginTag("controller", "coupon"),
                    new OriginTag(SessionResolver.PROGRAM, "api"))));
  }

  @Test
  void theBeginningOfAStatementIsNoStatement() {
    SessionResolver.Resolved resolved = resolve(Optional.empty(), TEXT, true);
    assertThat(resolved.statement()).isEmpty();
    assertThat(resolved.cut()).isTrue();
    assertThat(resolve(Optional.of("SELECT ?"), TEXT, true).statement()).isPresent();
  }

  @Test
  void aSessionDoesNotShowItsTextWhereItIsPrinted() {
    assertThat(session(Optional.empty(), TEXT, false).toString()).doesNotContain("secret");
  }

  private SessionResolver.Resolved resolve(Optional<String> digestText, String text, boolean cut) {
    return resolver.resolve(session(digestText, text, cut));
  }

  private static SeenSession session(Optional<String> digestText, String text, boolean cut) {
    return new SeenSession(
        "svc", "10.2.3.4", digestText, Optional.of(text), false, 7, Optional.of("api"), cut);
  }
}
