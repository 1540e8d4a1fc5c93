package dev.watershed.reports.review.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Links lead to pages that are there. */
class PagesTest {

  private static final DataTable TABLE =
      new DataTable(
          "servers",
          "Servers",
          "server",
          List.of(
              DataColumn.link("server", "Server", ColumnKind.LINK, "server"),
              DataColumn.link("services", "Services", ColumnKind.LINKS, "service")),
          List.of(
              List.of(Cell.of("a b"), Cell.of(List.of("booking", "market"))),
              List.of(Cell.of("c"), Cell.of(List.of("market")))));

  private static final Pages PAGES = Pages.of(List.of(TABLE));

  @Test
  void rowsOfThingsHavePages() {
    assertThat(PAGES.has("server", "a b")).isTrue();
    assertThat(PAGES.has("server/a%20b")).isTrue();
    assertThat(PAGES.has("server", "d")).isFalse();
    assertThat(PAGES.has("service", "booking")).as("no row is about it").isFalse();
    assertThat(PAGES.has("", "a b")).isFalse();
  }

  @Test
  void sectionsAreAlwaysThere() {
    assertThat(PAGES.has("quality")).isTrue();
    assertThat(PAGES.has("")).isFalse();
  }

  @Test
  void aTableKeepsTheRowsThatNameSomething() {
    assertThat(TABLE.naming("service", List.of("booking")).rows()).hasSize(1);
    assertThat(TABLE.naming("server", List.of("c", "x")).rows()).hasSize(1);
    assertThat(TABLE.naming("table", List.of("x")).rows()).as("nothing leads there").hasSize(2);
  }
}
