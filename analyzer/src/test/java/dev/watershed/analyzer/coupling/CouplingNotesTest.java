package dev.watershed.analyzer.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of input from which little can be concluded. */
class CouplingNotesTest {

  private static final String WRITE = "UPDATE shop.items SET a = 1";

  private final CouplingFixture fixture = new CouplingFixture();

  private List<String> notes() {
    fixture.server("db");
    return CouplingAnalysis.of(fixture.build(), fixture.mapping(), PartyLevel.SERVICE).notes();
  }

  @Test
  void withoutServicesAccountsStandForThem() {
    fixture.tables("shop.items").run("a", 1, WRITE).run("b", 1, WRITE);
    assertThat(notes()).anyMatch(note -> note.startsWith("no services are configured"));
  }

  @Test
  void oneAccountForAllTellsNothingAboutSharing() {
    fixture
        .service("mono", List.of("shop.*"), List.of())
        .tables("shop.items")
        .run("mono", 9, WRITE);
    assertThat(notes()).anyMatch(note -> note.startsWith("100% of the time is of mono"));
  }

  @Test
  void patternsWithoutTablesAndTablesWithTwoOwnersAreNamed() {
    fixture
        .service("a", List.of("shop.*", "gone.*"), List.of("nowhere.x"))
        .service("b", List.of("shop.%"), List.of())
        .tables("shop.items")
        .run("a", 1, WRITE)
        .run("b", 1, WRITE);
    assertThat(notes())
        .contains(
            "no table fits owns gone.* of a",
            "no table fits reads nowhere.x of a",
            "shop.items is owned twice, so by nobody: shop.* of a, shop.* of b; a longer pattern"
                + " would decide");
  }

  @Test
  void withoutACatalogPatternsAreNotBlamed() {
    fixture.service("a", List.of("gone.*"), List.of()).withoutCatalog().run("a", 1, WRITE);
    assertThat(notes())
        .noneMatch(note -> note.startsWith("no table fits"))
        .anyMatch(note -> note.startsWith("no catalog of db"));
  }

  @Test
  void aDayIsSaidToBeADay() {
    fixture
        .service("a", List.of(), List.of())
        .tables("shop.items")
        .seconds(86_400)
        .run("a", 1, WRITE);
    assertThat(notes())
        .anyMatch(note -> note.startsWith("observed for 24 hours: what runs weekly"))
        .anyMatch(note -> note.startsWith("no service declares owns"));
  }

  @Test
  void aMonthMayMissWhatRunsOnceAYear() {
    fixture
        .service("a", List.of("shop.*"), List.of())
        .tables("shop.items")
        .seconds(30 * 86_400)
        .run("a", 1, WRITE);
    assertThat(notes())
        .contains("observed for 30 days: what runs less often may be missing")
        .anyMatch(note -> note.startsWith("no service declares reads"));
  }

  @Test
  void unclaimedLoadHasItsShare() {
    fixture
        .service("a", List.of("shop.*"), List.of())
        .tables("shop.items")
        .run("a", 3, WRITE)
        .run("x", 1, WRITE);
    assertThat(notes()).anyMatch(note -> note.startsWith("25% of the time is (unattributed)"));
  }

  @Test
  void theSameTableOnTwoServersIsTwo() {
    fixture.tables("shop.items").run("a", 1, WRITE).server("one").tables("shop.items");
    assertThat(notes()).anyMatch(note -> note.startsWith("shop.items is on db, one"));
  }

  @Test
  void manyTablesOnTheSameServersAreOneNote() {
    String[] tables =
        IntStream.range(1, 8).mapToObj(each -> "shop.t" + each).toArray(String[]::new);
    fixture.tables(tables).run("a", 1, "SELECT a FROM shop.t1").server("one").tables(tables);
    assertThat(notes())
        .filteredOn(note -> note.contains("different tables"))
        .singleElement()
        .asString()
        .startsWith("shop.t1, shop.t2, shop.t3, shop.t4, shop.t5 and 2 more are on db, one:");
  }

  @Test
  void transactionsThatCannotBeToldAreSaid() {
    fixture.tables("shop.items").run("a", 1, WRITE);
    assertThat(notes()).anyMatch(note -> note.startsWith("transactions cannot be told on db"));
  }
}
