package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InnodbStatisticsGrantCheckTest {

  private final Check check = new InnodbStatisticsGrantCheck();

  @Test
  void onlyWhatIsMissingIsAskedFor() {
    ServerFacts half =
        Patient.mySql().granted("GRANT SELECT ON `mysql`.`innodb_table_stats` TO `w`@`%`").facts();

    assertThat(check.complaints(half).get(0).remedy().statements())
        .containsExactly("GRANT SELECT ON mysql.innodb_index_stats TO 'w'@'%'");
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
  }
}
