package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeGrantCheckTest {

  private final Check check = new CodeGrantCheck();

  @Test
  void eachKindIsAComplaint() {
    assertThat(statements(Patient.mySql().granted()))
        .containsExactly(
            "GRANT TRIGGER ON *.* TO 'w'@'%'",
            "GRANT EVENT ON *.* TO 'w'@'%'", "GRANT SHOW_ROUTINE ON *.* TO 'w'@'%'");
  }

  @Test
  void mariaDbShowsRoutinesByItsTable() {
    assertThat(statements(Patient.mariaDb().granted("GRANT TRIGGER, EVENT ON *.* TO `w`@`%`")))
        .containsExactly("GRANT SELECT ON mysql.proc TO 'w'@'%'");
  }

  @Test
  void whoSeesThemHasNoComplaint() {
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
    assertThat(check.complaints(Patient.mariaDb().facts())).isEmpty();
  }

  private List<String> statements(Patient patient) {
    return check.complaints(patient.facts()).stream()
        .flatMap(complaint -> complaint.remedy().statements().stream())
        .toList();
  }
}
