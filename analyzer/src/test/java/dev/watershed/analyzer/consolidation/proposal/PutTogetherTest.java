package dev.watershed.analyzer.consolidation.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.plan.Sequence;
import dev.watershed.analyzer.consolidation.room.FleetFixture;
import dev.watershed.analyzer.neighbour.CalendarEntry;
import dev.watershed.analyzer.neighbour.NeighbourInput;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.workload.observation.ServerFact;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PutTogetherTest {

  private static final int DAYS = 8;

  private static FleetFixture busy(
      FleetFixture fleet, String name, int days, int peakHour, String product) {
    return fleet
        .service(name, name + ".*")
        .table(name + ".things", 400)
        .load(name, "UPDATE " + name + ".things SET a = 1", days, 1, peakHour, 2)
        .observed(1_000, 20, 10_000_000, 100)
        .fact(ServerFact.PRODUCT, product)
        .fact(ServerFact.VERSION, "1.0");
  }

  private static FleetFixture two(int days, int peakHour, double cpus, String product) {
    FleetFixture fleet = busy(new FleetFixture(), "one", days, 3, "MySQL");
    busy(fleet.server("db1", cpus, 1_000, 300), "two", days, peakHour, product);
    return fleet.server("db2", cpus, 1_000, 100);
  }

  private static List<Proposal> proposals(FleetFixture fleet) {
    return Proposals.of(fleet.proposals(NeighbourInput.NONE)).stream()
        .filter(each -> each.kind() == ProposalKind.PUT_TOGETHER)
        .toList();
  }

  @Test
  void whatFitsAtThePeaksOfBothIsPutTogetherWhereItSavesMost() {
    List<Proposal> proposals = proposals(two(DAYS, 15, 5, "MySQL"));
    assertThat(proposals)
        .extracting(Proposal::subject)
        .containsExactlyInAnyOrder(List.of("db1", "db2"), List.of("db2", "db1"));
    Plan plan =
        Sequence.of(two(DAYS, 15, 5, "MySQL").proposals(NeighbourInput.NONE), proposals, List.of());
    assertThat(plan.steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.proposal().subject()).containsExactly("db2", "db1");
              assertThat(step.proposal().confidence()).isEqualTo(Confidence.HIGH);
              assertThat(step.proposal().savedPerMonth().orElseThrow().low().amount())
                  .isEqualTo(300);
              assertThat(step.alternatives()).hasSize(1);
            });
    assertThat(plan.roomAfterAll().perMonth().get(0).high().amount()).isEqualTo(100);
  }

  /** Redo and connections of a quiet hour say little of those at the peak. */
  @Test
  void anHourOfRedoIsNotEnoughToBeSure() {
    FleetFixture fleet = new FleetFixture();
    for (String name : List.of("one", "two")) {
      fleet
          .service(name, name + ".*")
          .table(name + ".things", 400)
          .load(name, "UPDATE " + name + ".things SET a = 1", DAYS, 1, 3, 1.5)
          .observed(1, 1_000, 20, 10_000_000, 100)
          .fact(ServerFact.PRODUCT, "MySQL")
          .fact(ServerFact.VERSION, "1.0")
          .server("db-" + name, 5, 1_000, 100);
    }
    assertThat(proposals(fleet))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.confidence()).isEqualTo(Confidence.MEDIUM);
              assertThat(each.risks())
                  .anyMatch(risk -> risk.contains("redo was observed for less than a day"));
            });
  }

  @Test
  void peaksAtOnceAreTooMuch() {
    assertThat(proposals(two(DAYS, 3, 5, "MySQL"))).isEmpty();
  }

  @Test
  void whatIsNotConfiguredIsOnlySaid() {
    FleetFixture fleet = busy(new FleetFixture(), "one", DAYS, 3, "MySQL");
    busy(fleet.server("db1"), "two", DAYS, 15, "MySQL");
    fleet.server("db2", 5, 1_000, 100);
    assertThat(proposals(fleet))
        .extracting(Proposal::subject)
        .containsExactly(List.of("db2", "db1"));
    assertThat(ServerNotes.of(fleet.proposals(NeighbourInput.NONE)))
        .singleElement()
        .asString()
        .contains("db2 on db1")
        .doesNotContain("db1 on db2")
        .contains("capacity.cpus of db1 is not configured");
  }

  @Test
  void aShortTimeOrAnotherProductMakesItLessSure() {
    assertThat(proposals(two(3, 15, 5, "MySQL")))
        .hasSize(2)
        .allMatch(each -> each.confidence() == Confidence.LOW)
        .allMatch(
            each -> each.risks().stream().anyMatch(risk -> risk.contains("a week has peaks")));
    assertThat(proposals(two(DAYS, 15, 5, "MariaDB")))
        .hasSize(2)
        .allMatch(each -> each.confidence() == Confidence.LOW);
  }

  @Test
  void aSaleThatWasNotSeenMayBeThePeak() {
    NeighbourInput times =
        new NeighbourInput(
            List.of(
                new CalendarEntry(
                    "seen", FleetFixture.START, FleetFixture.START.plusSeconds(86_400)),
                new CalendarEntry(
                    "summer sale",
                    FleetFixture.START.minusSeconds(86_400),
                    FleetFixture.START.minusSeconds(3_600))),
            new TreeMap<>());
    assertThat(Proposals.of(two(DAYS, 15, 5, "MySQL").proposals(times)))
        .filteredOn(each -> each.kind() == ProposalKind.PUT_TOGETHER)
        .hasSize(2)
        .allSatisfy(
            each -> {
              assertThat(each.confidence()).isEqualTo(Confidence.MEDIUM);
              assertThat(each.risks())
                  .filteredOn(risk -> risk.contains("was not seen"))
                  .singleElement()
                  .asString()
                  .contains("summer sale");
            });
  }

  @Test
  void namesThatMeetAreNamedAndNothingIsMoved() {
    FleetFixture fleet = busy(new FleetFixture(), "one", DAYS, 3, "MySQL");
    busy(fleet.server("db1", 5, 2_000, 300).table("one.things", 4), "two", DAYS, 15, "MySQL");
    assertThat(proposals(fleet.server("db2", 5, 2_000, 100)))
        .hasSize(2)
        .allMatch(each -> each.moves().isEmpty() && each.confidence() == Confidence.LOW)
        .allMatch(each -> each.risks().stream().anyMatch(risk -> risk.contains("one.things")));
  }

  @Test
  void severalGoTogetherAsLongAsTheyFit() {
    FleetFixture fleet = busy(new FleetFixture(), "one", DAYS, 3, "MySQL");
    busy(fleet.server("db1", 6, 1_000, 100), "two", DAYS, 9, "MySQL");
    busy(fleet.server("db2", 6, 1_300, 50), "three", DAYS, 15, "MySQL");
    fleet.server("db3", 6, 800, 200);
    assertThat(proposals(fleet).get(0).moves()).hasSize(1);
    assertThat(proposals(fleet))
        .extracting(Proposal::subject)
        .contains(List.of("db2", "db3", "db1"));
  }
}
