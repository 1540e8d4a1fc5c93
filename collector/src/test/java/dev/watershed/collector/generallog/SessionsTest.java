package dev.watershed.collector.generallog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private static final Session APP = new Session("app", "h", Optional.of("shop"));

  @Test
  void aConnectionThatEndedIsUnknown() {
    Sessions sessions = new Sessions(10);
    sessions.connect(1, APP);
    sessions.use(1, "other");
    assertThat(sessions.of(1)).isEqualTo(APP.using("other"));
    sessions.end(1);
    assertThat(sessions.of(1)).isEqualTo(Session.UNKNOWN);
    assertThat(sessions.known(1)).isFalse();
  }

  /** A log without a single Quit must not fill the memory. */
  @Test
  void theOneThatWasSilentLongestIsForgotten() {
    Sessions sessions = new Sessions(3);
    sessions.connect(1, APP);
    sessions.connect(2, APP);
    sessions.connect(3, APP);
    assertThat(sessions.of(1)).isEqualTo(APP);
    sessions.connect(4, APP);
    assertThat(sessions.of(2)).isEqualTo(Session.UNKNOWN);
    assertThat(sessions.of(1)).isEqualTo(APP);
  }

  @Test
  void idsThatBeginAgainBehindABannerTellARestart() {
    Sessions sessions = new Sessions(10);
    sessions.connect(5, APP);
    sessions.banner();
    sessions.connect(6, APP);
    assertThat(sessions.known(5)).isTrue();
    sessions.banner();
    sessions.connect(3, APP);
    assertThat(sessions.known(5)).isFalse();
    assertThat(sessions.known(3)).isTrue();
    sessions.connect(2, APP);
    assertThat(sessions.known(3)).as("only a banner begins a process").isTrue();
  }
}
