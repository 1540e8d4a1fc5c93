package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsumerCheckTest {

  private final Check check = new ConsumerCheck();

  @Test
  void onlyThoseThatAreNeededAreMissed() {
    List<Complaint> complaints =
        check.complaints(
            Patient.mySql()
                .consumersOff("events_waits_current", "statements_digest", "events_statements_cpu")
                .facts());

    assertThat(complaints)
        .extracting(Complaint::check)
        .containsExactly("consumer-statements-digest", "consumer-events-statements-cpu");
    assertThat(complaints)
        .extracting(Complaint::weight)
        .containsExactly(Complaint.Weight.BLIND, Complaint.Weight.PARTIAL);
    assertThat(complaints.get(1).remedy().statements())
        .containsExactly(
            "UPDATE performance_schema.setup_consumers SET ENABLED = 'YES' WHERE NAME ="
                + " 'events_statements_cpu'");
  }

  /** They cost the server something, and nothing here reads them. */
  @Test
  void consumersOfWhatNobodyReadsAreNotAskedFor() {
    assertThat(
            check.complaints(
                Patient.mySql()
                    .consumersOff(
                        "events_statements_history_long",
                        "events_transactions_current",
                        "events_transactions_history_long")
                    .facts()))
        .isEmpty();
  }

  @Test
  void whereAllAreOnAllIsWell() {
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
  }
}
