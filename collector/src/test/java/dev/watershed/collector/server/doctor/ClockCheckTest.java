package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockCheckTest {

  private final Check check = new ClockCheck();

  @Test
  void anHourIsTooMuchInBothDirections() {
    assertThat(lack(Duration.ofHours(1))).contains("3600 seconds ahead of");
    assertThat(lack(Duration.ofHours(-1))).contains("3600 seconds behind");
  }

  @Test
  void someSecondsAreNot() {
    assertThat(check.complaints(Patient.mySql().clockAhead(Duration.ofSeconds(-4)).facts()))
        .isEmpty();
  }

  private String lack(Duration ahead) {
    return check.complaints(Patient.mySql().clockAhead(ahead).facts()).get(0).lack();
  }
}
