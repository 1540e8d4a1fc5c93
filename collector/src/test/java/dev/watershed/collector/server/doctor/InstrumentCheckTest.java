package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstrumentCheckTest {

  private final Check check = new InstrumentCheck();

  @Test
  void theyAreCounted() {
    ServerFacts facts = Patient.mySql().instrumentsOff("statement/sql/%", 2).facts();

    assertThat(check.complaints(facts).get(0).lack())
        .isEqualTo("2 instruments like statement/sql/% are off.");
    assertThat(check.complaints(facts).get(0).remedy().statements().get(0))
        .endsWith("WHERE NAME LIKE 'statement/sql/%'");
  }

  @Test
  void noneOrOthersAreNoLack() {
    assertThat(check.complaints(Patient.mySql().instrumentsOff("statement/sql/%", 0).facts()))
        .isEmpty();
    assertThat(check.complaints(Patient.mySql().instrumentsOff("transaction", 1).facts()))
        .as("nobody reads events of transactions")
        .isEmpty();
    assertThat(check.complaints(Patient.mySql().instrumentsOff("stage/%", 9).facts())).isEmpty();
  }
}
