package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeSetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                 | false
          mysql              | false
          MariaDB            | false
          all                | false
          oracle, mysql      | false
          oracle             | true
          oracle,h2          | true
          !oracle            | false
          !mysql             | true
          !oracle,!mariadb   | true
          """)
  void theDatabasesOfAChangeSetTellWhoseItIs(String dbms, boolean forOthers) {
    assertThat(set("dbms", dbms).isForOthers()).isEqualTo(forOthers);
  }

  @Test
  void anAttributeHasItsValueInAnyLetterCase() {
    assertThat(set("runalways", "TRUE").is("runalways", "true")).isTrue();
    assertThat(set("runalways", "false").is("runalways", "true")).isFalse();
    assertThat(set("other", "true").is("runalways", "true")).isFalse();
  }

  private static ChangeSet set(String attribute, String value) {
    return new ChangeSet("ann", "1", 1, Map.of(attribute, value), "");
  }
}
