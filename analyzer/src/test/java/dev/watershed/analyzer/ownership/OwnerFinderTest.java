package dev.watershed.analyzer.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.ownership.TableOwner.Status;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.TablePattern;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerFinderTest {

  private final CouplingFixture fixture = new CouplingFixture();
  private CouplingInput input = fixture.server("none").build();

  private Ownership find(PartyLevel level) {
    input = fixture.build(level);
    return OwnerFinder.find(
        input, UseMatrix.of(input), Claims.of(fixture.mapping().services()), level);
  }

  private TableOwner owner(Ownership ownership, String name) {
    return ownership.of(table(name));
  }

  private int table(String name) {
    int dot = name.indexOf('.');
    return input.tables().find("db", name.substring(0, dot), name.substring(dot + 1)).orElseThrow();
  }

  private String name(TableOwner owner) {
    return input.parties().name(owner.owner().orElseThrow());
  }

  @Test
  void ofPatternsTheMoreSpecificOneDeclares() {
    fixture
        .service("booking", List.of("booking.*"), List.of())
        .service("checkin", List.of("booking.checkin_%"), List.of())
        .service("other", List.of("elsewhere.*"), List.of("nowhere.*"))
        .tables("booking.bookings", "booking.checkin_codes")
        .server("db");
    Ownership ownership = find(PartyLevel.SERVICE);
    assertThat(name(owner(ownership, "booking.bookings"))).isEqualTo("booking");
    assertThat(name(owner(ownership, "booking.checkin_codes"))).isEqualTo("checkin");
    assertThat(owner(ownership, "booking.bookings").status()).isEqualTo(Status.DECLARED);
    assertThat(ownership.reliableOwner(table("booking.bookings")))
        .isEqualTo(ownership.owner(table("booking.bookings")))
        .isPresent();
    assertThat(ownership.declared().withoutTables())
        .extracting(Claim::owner)
        .containsExactly("other");
    assertThat(ownership.contracts().withoutTables()).hasSize(1);
    assertThat(ownership.declared().ownedTwice()).isEmpty();
  }

  @Test
  void whatTwoOwnAlikeHasNoDeclaredOwner() {
    fixture
        .service("a", List.of("shop.*"), List.of())
        .service("b", List.of("shop.%", "shop.own"), List.of())
        .tables("shop.items", "shop.own")
        .server("db");
    Ownership ownership = find(PartyLevel.SERVICE);
    assertThat(ownership.declared().ownedTwice())
        .extracting(DeclaredOwners.OwnedTwice::table)
        .containsExactly(table("shop.items"));
    assertThat(ownership.declared().disputed(table("shop.items")))
        .as("one source: a pattern more decides")
        .isFalse();
    assertThat(name(owner(ownership, "shop.own"))).isEqualTo("b");
    assertThat(owner(ownership, "shop.items").status()).isEqualTo(Status.UNKNOWN);
  }

  private static Claim imported(String owner, String pattern, ClaimSource.Kind kind, int line) {
    int slash = owner.indexOf('/');
    Attribution party =
        slash < 0
            ? Attribution.of(owner)
            : Attribution.of(owner.substring(0, slash), owner.substring(slash + 1));
    return new Claim(
        party, TablePattern.parse(pattern), Optional.of(new ClaimSource(kind, "file", line)));
  }

  private Ownership with(PartyLevel level, Claim... imported) {
    input = fixture.build(level);
    Claims claims = Claims.of(fixture.mapping().services()).with(List.of(imported), List.of());
    return OwnerFinder.find(input, UseMatrix.of(input), claims, level);
  }

  @Test
  void ofEachSourceTheMoreSpecificClaimCountsAndSourcesHaveToAgree() {
    fixture
        .service("a", List.of("shop.*", "shop.slots"), List.of())
        .service("b", List.of(), List.of())
        .tables("shop.items", "shop.slots", "shop.notes", "else.where")
        .server("db");
    Ownership ownership =
        with(
            PartyLevel.SERVICE,
            imported("b", "shop.items", ClaimSource.Kind.TABLES, 3),
            imported("b", "shop.*", ClaimSource.Kind.LISTS, 4),
            imported("a", "shop.slots", ClaimSource.Kind.LISTS, 5),
            imported("a", "shop.notes", ClaimSource.Kind.LISTS, 6),
            imported("b", "else.*", ClaimSource.Kind.BACKSTAGE, 7));
    assertThat(ownership.declared().ownedTwice())
        .extracting(DeclaredOwners.OwnedTwice::table)
        .containsExactly(table("shop.items"));
    assertThat(ownership.declared().ownedTwice().get(0).betweenSources()).isTrue();
    assertThat(ownership.declared().disputed(table("shop.items"))).isTrue();
    assertThat(ownership.declared().disputed(table("shop.slots"))).isFalse();
    assertThat(owner(ownership, "shop.items").owner()).isEmpty();
    assertThat(name(owner(ownership, "shop.slots"))).isEqualTo("a");
    assertThat(owner(ownership, "shop.slots").grounds())
        .containsExactly("owns shop.slots", "shop.slots in file:5");
    assertThat(name(owner(ownership, "shop.notes"))).isEqualTo("a");
    assertThat(name(owner(ownership, "else.where"))).isEqualTo("b");
  }

  /** One source knows modules, the other services: they agree, and the finer one counts. */
  @Test
  void aModuleOfTheServiceThatAnotherSourceNamesIsTheOwner() {
    fixture
        .modules("a", "part", "rest")
        .modules("b", "other")
        .tables("a.part_items", "a.part_slots", "a.rest_notes")
        .server("db");
    Claim[] claims = {
      imported("a", "a.part_items", ClaimSource.Kind.LISTS, 1),
      imported("b", "a.part_slots", ClaimSource.Kind.LISTS, 2),
      imported("a/part", "a.rest_notes", ClaimSource.Kind.LISTS, 3)
    };
    Ownership modules = with(PartyLevel.MODULE, claims);
    assertThat(name(owner(modules, "a.part_items"))).isEqualTo("a/part");
    assertThat(owner(modules, "a.part_slots").owner()).isEmpty();
    assertThat(owner(modules, "a.rest_notes").owner()).isEmpty();
    Ownership services = with(PartyLevel.SERVICE, claims);
    assertThat(name(owner(services, "a.part_items"))).isEqualTo("a");
    assertThat(owner(services, "a.part_slots").owner()).isEmpty();
    assertThat(name(owner(services, "a.rest_notes"))).isEqualTo("a");
  }

  @ParameterizedTest(name = "a writes {0}, b {1}, nobody {2}: {3}")
  @CsvSource({
    "10, 0, 0, PROPOSED",
    "8,  2, 0, PROPOSED",
    "79, 21, 0, CONTESTED",
    "8,  0, 2, PROPOSED",
    "7,  0, 3, UNKNOWN",
    "0,  0, 9, UNKNOWN",
    "0,  0, 0, UNKNOWN",
  })
  void whoWritesEightyPercentIsProposed(int byA, int byB, int byNobody, Status expected) {
    fixture
        .service("a", List.of(), List.of())
        .service("b", List.of(), List.of())
        .tables("shop.items");
    write("a", byA);
    write("b", byB);
    write("stranger", byNobody);
    fixture.server("db");
    Ownership ownership = find(PartyLevel.SERVICE);
    TableOwner owner = owner(ownership, "shop.items");
    assertThat(owner.status()).isEqualTo(expected);
    if (expected == Status.PROPOSED) {
      assertThat(name(owner)).isEqualTo("a");
    }
  }

  private void write(String user, int times) {
    if (times > 0) {
      fixture.run(user, times, "UPDATE shop.items SET a = 1");
    }
  }

  @Test
  void namesSpeakWhereNobodyWrites() {
    fixture
        .service("a", List.of(), List.of())
        .service("b", List.of(), List.of())
        .tables("shop.x_1", "shop.x_2", "shop.x_3", "shop.x_quiet", "shop.y_1", "shop.y_quiet");
    for (String name : List.of("x_1", "x_2", "x_3")) {
      fixture.run("a", 9, "UPDATE shop." + name + " SET a = 1");
    }
    fixture.run("b", 9, "UPDATE shop.y_1 SET a = 1").server("db");
    Ownership ownership = find(PartyLevel.SERVICE);
    assertThat(owner(ownership, "shop.x_quiet").status()).isEqualTo(Status.PROPOSED_BY_NAME);
    assertThat(name(owner(ownership, "shop.x_quiet"))).isEqualTo("a");
    assertThat(ownership.reliableOwner(table("shop.x_quiet"))).as("names only").isEmpty();
    assertThat(owner(ownership, "shop.y_quiet").status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void namesThatDisagreeMakeAProposalLessSure() {
    fixture
        .service("a", List.of(), List.of())
        .service("b", List.of(), List.of())
        .tables("shop.x_1", "shop.x_2", "shop.x_3", "shop.x_4", "shop.y_1");
    for (String name : List.of("x_1", "x_2", "x_3")) {
      fixture.run("a", 9, "UPDATE shop." + name + " SET a = 1");
    }
    for (String name : List.of("x_4", "y_1")) {
      fixture
          .run("b", 100, "UPDATE shop." + name + " SET a = 1")
          .run("b", 1, "SELECT a FROM shop." + name);
    }
    fixture.server("db");
    Ownership ownership = find(PartyLevel.SERVICE);
    assertThat(owner(ownership, "shop.y_1").confidence()).isEqualTo(Confidence.MEDIUM);
    TableOwner disputed = owner(ownership, "shop.x_4");
    assertThat(name(disputed)).isEqualTo("b");
    assertThat(disputed.confidence()).isEqualTo(Confidence.LOW);
    assertThat(ownership.reliableOwner(table("shop.x_4"))).as("too unsure").isEmpty();
    assertThat(ownership.reliableOwner(table("shop.y_1"))).isEqualTo(disputed.owner());
    assertThat(disputed.grounds())
        .contains("all 3 other tables with an owner that begin with shop.x_ are of a");
  }

  @ParameterizedTest(name = "owner {0}, other {1}: {2}")
  @CsvSource({"1, 99, true", "19, 81, true", "20, 80, false", "0, 100, true", "0, 9, false"})
  void practiceDisagreesWhereTheOwnerHardlyWrites(int byOwner, int byOther, boolean expected) {
    fixture
        .service("a", List.of("shop.*"), List.of())
        .service("b", List.of(), List.of())
        .tables("shop.items");
    write("a", byOwner);
    write("b", byOther);
    fixture.server("db");
    assertThat(find(PartyLevel.SERVICE).mismatches()).hasSize(expected ? 1 : 0);
  }

  @Test
  void aModuleThatWritesWhatItsServiceOwnsIsPractice() {
    fixture
        .modules("market", "gifts", "mail")
        .service("booking", List.of(), List.of())
        .tables("market.other", "market.more")
        .run("gifts", 90, "UPDATE market.other SET a = 1")
        .run("booking", 90, "UPDATE market.more SET a = 1")
        .server("db");
    Ownership ownership =
        with(PartyLevel.MODULE, imported("market", "market.*", ClaimSource.Kind.LISTS, 1));
    assertThat(ownership.mismatches())
        .extracting(OwnerMismatch::table)
        .containsExactly(table("market.more"));
  }

  @Test
  void modulesOwnForThemselvesWhereTheyAreToldApart() {
    fixture
        .modules("market", "gifts", "mail")
        .tables("market.gifts_a", "market.other")
        .server("db");
    assertThat(name(owner(find(PartyLevel.SERVICE), "market.gifts_a"))).isEqualTo("market");
    assertThat(name(owner(find(PartyLevel.MODULE), "market.gifts_a"))).isEqualTo("market/gifts");
  }
}
