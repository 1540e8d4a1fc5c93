package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlowLogTableCheckTest {

  private final Check check = new SlowLogTableCheck();

  @Test
  void aServerWhoseTableNobodyReadsLacksNothing() {
    Patient poor = Patient.mySql().granted("GRANT USAGE ON *.* TO `w`@`%`");

    assertThat(statements(poor)).isEmpty();
  }

  @Test
  void everyLackIsAComplaint() {
    Patient poor =
        Patient.mySql()
            .slowLogInTable()
            .granted("GRANT USAGE ON *.* TO `w`@`%`")
            .with(Setting.SLOW_QUERY_LOG, "OFF");

    assertThat(statements(poor))
        .containsExactly(
            "GRANT SELECT ON mysql.slow_log TO 'w'@'%'",
            "SET PERSIST slow_query_log = ON", "SET PERSIST log_output = 'FILE,TABLE'");
    assertThat(statements(Patient.mariaDb().slowLogInTable()))
        .containsExactly("SET GLOBAL log_output = 'FILE,TABLE'");
  }

  @Test
  void aTableThatIsWrittenAndReadLacksNothing() {
    Patient fine =
        Patient.mySql()
            .slowLogInTable()
            .granted("GRANT SELECT ON `mysql`.`slow_log` TO `w`@`%`")
            .with(Setting.LOG_OUTPUT, "TABLE");

    assertThat(statements(fine)).isEmpty();
    assertThat(statements(fine.with(Setting.LOG_OUTPUT, "FILE,TABLE"))).isEmpty();
  }

  private List<String> statements(Patient patient) {
    return check.complaints(patient.facts()).stream()
        .flatMap(complaint -> complaint.remedy().statements().stream())
        .toList();
  }
}
