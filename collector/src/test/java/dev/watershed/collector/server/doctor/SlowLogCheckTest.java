package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlowLogCheckTest {

  private final Check check = new SlowLogCheck();

  @Test
  void aLogThatIsNotWrittenLacksNothing() {
    Patient off =
        Patient.mySql()
            .with(Setting.SLOW_QUERY_LOG, "OFF")
            .with(Setting.LONG_QUERY_TIME, "10")
            .with(Setting.LOG_SLOW_EXTRA, "OFF");

    assertThat(check.complaints(off.facts())).isEmpty();
  }

  @Test
  void everySettingIsAComplaint() {
    Patient poor =
        Patient.mySql()
            .with(Setting.LONG_QUERY_TIME, "10")
            .with(Setting.LOG_SLOW_EXTRA, "OFF")
            .with(Setting.LOG_OUTPUT, "NONE");

    assertThat(statements(poor))
        .containsExactly(
            "SET PERSIST long_query_time = 0",
            "SET PERSIST log_slow_extra = ON",
            "SET PERSIST log_output = 'FILE'");
  }

  @Test
  void mariaDbHasWordsForWhatItWrites() {
    Patient patient = Patient.mariaDb();

    assertThat(statements(patient)).isEmpty();
    assertThat(statements(patient.with(Setting.LOG_SLOW_VERBOSITY, "full"))).isEmpty();
    assertThat(statements(patient.with(Setting.LOG_SLOW_VERBOSITY, "")))
        .containsExactly("SET GLOBAL log_slow_verbosity = 'query_plan'");
  }

  private List<String> statements(Patient patient) {
    return check.complaints(patient.facts()).stream()
        .flatMap(complaint -> complaint.remedy().statements().stream())
        .toList();
  }
}
