package dev.watershed.analyzer.consolidation.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.room.FleetFixture;
import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.analyzer.neighbour.NeighbourInput;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class MoveAwayTest {

  private static final int DAYS = 8;

  /** Not the same hour of each day, in which others could be slower for another reason. */
  private static final IntPredicate REPORTS = hour -> hour % 17 == 3 || hour % 31 == 5;

  /** Reports take the server in some hours, in which the shop takes three times as long. */
  private static FleetFixture fleet(String table, double otherCpus) {
    return fleet(table, otherCpus, 3);
  }

  private static FleetFixture fleet(String table, double otherCpus, double shopPeak) {
    return new FleetFixture()
        .halfCalls(10)
        .service("shop", "shop.*")
        .service("report", "report.*")
        .service("mail", "mail.*")
        .table("shop.orders", 100)
        .table("report.lines", 100)
        .table("report.old_lines", 100)
        .load("shop", "UPDATE shop.orders SET a = 1", DAYS, 1, REPORTS, shopPeak)
        .load("report", "SELECT COUNT(*) FROM " + table, DAYS, 0.01, REPORTS, 9)
        .observed(1_000, 20, 10_000_000, 100)
        .server("main", 16, 1_000, 300)
        .table("mail.letters", 100)
        .load("mail", "UPDATE mail.letters SET a = 1", DAYS, 1, 5, 1)
        .observed(1_000, 20, 10_000_000, 100)
        .server("side", otherCpus, 1_000, 100);
  }

  private static List<Proposal> proposals(FleetFixture fleet) {
    return Proposals.of(fleet.proposals(NeighbourInput.NONE)).stream()
        .filter(each -> each.kind() == ProposalKind.MOVE_AWAY)
        .toList();
  }

  @Test
  void itsSchemaGoesToAServerThatHoldsIt() {
    assertThat(proposals(fleet("report.lines", 16)))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.subject()).containsExactly("main", "report");
              assertThat(each.moves())
                  .containsExactly(new Move.MoveSchemas(List.of("report"), "side"));
              assertThat(each.touches())
                  .contains("server main", "server side", "schema report@main");
            });
  }

  @Test
  void withoutRoomElsewhereItIsOnlyNamed() {
    assertThat(proposals(fleet("report.lines", 4)))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.moves()).isEmpty();
              assertThat(each.touches()).isEmpty();
              assertThat(each.risks()).anyMatch(risk -> risk.contains("side is not known to have"));
            });
  }

  /** A move by name would take that of the other server along. */
  @Test
  void aTableThatAnotherServerHasTooIsOnlyNamed() {
    FleetFixture fleet = fleet("report.lines", 16);
    fleet.table("report.lines", 100).server("rear", 16, 1_000, 100);
    assertThat(proposals(fleet))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.moves()).isEmpty();
              assertThat(each.risks())
                  .anyMatch(risk -> risk.contains("report.lines@main has to be moved by hand"));
            });
  }

  /** It takes the server, and nobody is slower then: that is a note. */
  @Test
  void whoSlowsNobodyStays() {
    ProposalInput given = fleet("report.lines", 16, 1).proposals(NeighbourInput.NONE);
    assertThat(given.loud()).singleElement().satisfies(loud -> assertThat(loud.noisy()).isFalse());
    assertThat(Proposals.of(given)).noneMatch(each -> each.kind() == ProposalKind.MOVE_AWAY);
    assertThat(ServerNotes.of(given))
        .anyMatch(note -> note.text().contains("report on main: nobody was shown to be slower"));
  }

  @Test
  void whoWorksOnTablesOfOthersStays() {
    FleetFixture fleet =
        new FleetFixture()
            .halfCalls(10)
            .service("shop", "shop.*")
            .service("report", "report.*")
            .table("shop.orders", 100)
            .load("shop", "UPDATE shop.orders SET a = 1", DAYS, 1, REPORTS, 3)
            .load("report", "SELECT COUNT(*) FROM shop.orders", DAYS, 0.01, REPORTS, 12)
            .server("main", 32, 1_000, 300)
            .table("mail.letters", 100)
            .load("shop", "UPDATE mail.letters SET a = 1", DAYS, 1, 5, 1)
            .server("side", 32, 1_000, 100);
    assertThat(fleet.proposals(NeighbourInput.NONE).loud()).anyMatch(LoudService::noisy);
    assertThat(proposals(fleet)).isEmpty();
  }

  @Test
  void whoIsNotNoisyStays() {
    FleetFixture fleet =
        new FleetFixture()
            .service("shop", "shop.*")
            .table("shop.orders", 100)
            .load("shop", "UPDATE shop.orders SET a = 1", DAYS, 1, 3, 1)
            .server("main", 16, 1_000, 300);
    assertThat(proposals(fleet)).isEmpty();
  }
}
