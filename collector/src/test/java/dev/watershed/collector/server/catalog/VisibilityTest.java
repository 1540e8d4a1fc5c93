package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.workload.catalog.CatalogGap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibilityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MYSQL   | PROCESS                                        | tables triggers events routines
          MYSQL   | REFERENCES                                     | triggers events routines
          MYSQL   | REFERENCES, TRIGGER, EVENT, SHOW_ROUTINE       | ''
          MYSQL   | SELECT, TRIGGER, EVENT                         | ''
          MARIADB | REFERENCES, TRIGGER, EVENT                     | routines
          MARIADB | REFERENCES, TRIGGER, EVENT, SHOW CREATE ROUTINE | ''
          MARIADB | ALL PRIVILEGES                                 | ''
          """)
  void whatIsNotGrantedIsNotSeen(ServerProduct product, String privileges, String expected) {
    List<String> lines = List.of("GRANT " + privileges + " ON *.* TO `w`@`10.%`");

    assertThat(String.join(" ", gaps(product, lines).stream().map(CatalogGap::place).toList()))
        .isEqualTo(expected);
  }

  @Test
  void aGapNamesTheStatementThatMendsIt() {
    assertThat(gaps(ServerProduct.MYSQL, List.of()).get(0).reason())
        .contains("GRANT REFERENCES ON *.* TO 'w'@'10.%'");
  }

  @Test
  void oneTableOfMariaDbShowsItsRoutines() {
    List<String> lines =
        List.of(
            "GRANT REFERENCES, TRIGGER, EVENT ON *.* TO `w`@`%`",
            "GRANT SELECT ON `mysql`.`proc` TO `w`@`%`");

    assertThat(gaps(ServerProduct.MARIADB, lines)).isEmpty();
    assertThat(gaps(ServerProduct.MYSQL, lines)).hasSize(1);
  }

  private static List<CatalogGap> gaps(ServerProduct product, List<String> lines) {
    Gaps gaps = new Gaps();
    new Visibility(product, new Grants(lines), Visibility.quoted("w@10.%")).addTo(gaps);
    return gaps.all();
  }
}
