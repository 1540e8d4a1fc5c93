package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GRANT PROCESS, REFERENCES ON *.* TO `u`@`%`                       | true
          GRANT REFERENCES ON *.* TO `u`@`%` WITH GRANT OPTION              | true
          GRANT ALL PRIVILEGES ON *.* TO `u`@`%` IDENTIFIED BY PASSWORD '*' | true
          GRANT references ON *.* TO "u"@"%"                                | true
          GRANT PROCESS ON *.* TO `u`@`%`                                   | false
          GRANT REFERENCES ON `shop`.* TO `u`@`%`                           | false
          GRANT REFERENCES (`id`, `b`) ON *.* TO `u`@`%`                    | false
          GRANT `REFERENCES`@`%` TO `u`@`%`                                 | false
          GRANT PROXY ON ''@'%' TO 'root'@'localhost'                       | false
          """)
  void everywhereIsWhatIsGrantedOnEverything(String line, boolean expected) {
    assertThat(new Grants(List.of(line)).everywhere("REFERENCES")).isEqualTo(expected);
  }

  @Test
  void oneOfSeveralIsEnough() {
    Grants grants = new Grants(List.of("GRANT SELECT ON *.* TO `u`@`%`"));

    assertThat(grants.everywhere("REFERENCES", "SELECT")).isTrue();
    assertThat(grants.everywhere("REFERENCES", "INSERT")).isFalse();
  }

  @Test
  void whatIsTakenBackSomewhereIsNotEverywhere() {
    Grants grants =
        new Grants(
            List.of(
                "GRANT REFERENCES, SELECT ON *.* TO `u`@`%`",
                "REVOKE REFERENCES ON `secret`.* FROM `u`@`%`"));

    assertThat(grants.everywhere("REFERENCES")).isFalse();
    assertThat(grants.everywhere("SELECT")).isTrue();
  }

  @Test
  void whatIsTakenBackOfOneSchemaIsLeftInTheOthers() {
    Grants grants =
        new Grants(
            List.of("GRANT SELECT ON *.* TO `u`@`%`", "REVOKE SELECT ON `hr`.* FROM `u`@`%`"));

    assertThat(grants.on("SELECT", "mysql", "proc")).isTrue();
    assertThat(grants.on("SELECT", "hr", "x")).isFalse();
  }

  @Test
  void dynamicPrivilegesAreNotAmongAllOfThem() {
    Grants grants = new Grants(List.of("GRANT ALL PRIVILEGES ON *.* TO `u`@`%`"));

    assertThat(grants.everywhere("SHOW_ROUTINE")).isFalse();
    assertThat(grants.everywhere("SHOW VIEW")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GRANT SELECT ON *.* TO `u`@`%`                        | true
          GRANT SELECT ON `mysql`.* TO `u`@`%`                  | true
          GRANT SELECT, INSERT ON `mysql`.`proc` TO `u`@`%`     | true
          GRANT SELECT ON `mysql`.`event` TO `u`@`%`            | false
          GRANT SELECT ON `shop`.`proc` TO `u`@`%`              | false
          GRANT SELECT (`name`) ON `mysql`.`proc` TO `u`@`%`    | false
          GRANT EXECUTE ON PROCEDURE `mysql`.`proc` TO `u`@`%`  | false
          """)
  void aTableIsReadByGrantsOnItOrOnWhatItIsIn(String line, boolean expected) {
    assertThat(new Grants(List.of(line)).on("SELECT", "mysql", "proc")).isEqualTo(expected);
  }
}
