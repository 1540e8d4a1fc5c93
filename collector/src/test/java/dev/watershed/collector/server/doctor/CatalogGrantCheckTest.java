package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogGrantCheckTest {

  private final Check check = new CatalogGrantCheck();

  @Test
  void oneSchemaIsNotAllOfThem() {
    ServerFacts without =
        Patient.mySql().granted("GRANT REFERENCES ON `shop`.* TO `w`@`%`").facts();

    assertThat(check.complaints(without).get(0).remedy().statements())
        .containsExactly("GRANT REFERENCES ON *.* TO 'w'@'%'");
  }

  @Test
  void whoMayReadEverythingSeesEverything() {
    ServerFacts reader = Patient.mySql().granted("GRANT SELECT ON *.* TO `w`@`%`").facts();

    assertThat(check.complaints(reader)).isEmpty();
    assertThat(check.complaints(Patient.mySql().facts())).isEmpty();
  }
}
