package dev.watershed.benchmarks.fleet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.TableName;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceReaderTest {

  private static FleetCatalog catalog;

  @BeforeAll
  static void make() {
    catalog = FleetCatalog.of(1);
  }

  private static List<Service> read(Moves moves, String text) {
    return new ServiceReader(new StepReader(catalog, moves, new Random(1))).read(text);
  }

  private static Action action(Moves moves, String steps) {
    return read(moves, "service s schema=plan\n\naction a\n" + steps).get(0).actions().get(0);
  }

  @Test
  void readsAService() {
    Service service =
        read(
                Moves.NONE,
                """
                service market team=core schema=market pool=3 rate=2.5 tags=marginalia
                  owns market.* plan.x_%
                  reads plan.plans
                  module gifts team=growth owns=market.gift_%

                action gift weight=2 module=gifts from=0.5
                  begin
                  SELECT id
                      FROM gift_cards WHERE id = {market.gift_cards}
                  commit
                """)
            .get(0);
    assertThat(service.account()).isEqualTo("svc_market");
    assertThat(service.owns()).containsExactly("market.*", "plan.x_%");
    assertThat(service.modules())
        .containsExactly(new Module("gifts", "growth", List.of("market.gift_%")));
    Action action = service.actions().get(0);
    assertThat(action.controller()).isEqualTo("gifts");
    assertThat(action.transactional()).isTrue();
    assertThat(action.happensAt(0.4)).isFalse();
    assertThat(action.queries().toList().get(0).templates().get(0).sql())
        .isEqualTo("SELECT id FROM gift_cards WHERE id = ?");
  }

  @Test
  void aStatementHasTheFingerprintOfItsExecutions() {
    SqlTemplate template =
        action(
                Moves.NONE,
                "  SELECT id FROM plans WHERE id IN ({ids 3 plan.plans}) LIMIT {int 1..9}")
            .queries()
            .toList()
            .get(0)
            .templates()
            .get(0);
    assertThat(template.arguments()).hasSize(4);
    assertThat(template.fingerprint())
        .isEqualTo(
            Fingerprints.of(
                "SELECT id FROM plans WHERE id IN (7, 8, 9, 10) LIMIT 5 /*controller:x*/",
                SqlMode.standard()));
  }

  @Test
  void guardsFollowTheMoves() {
    String steps =
        "  unless plan.slots: SELECT 1 FROM plan.slots\n"
            + "  when plan.slots: via schedule SELECT 2 FROM plan.slots";
    Moves moved = Moves.NONE.with("plan.slots=inventory");
    assertThat(action(Moves.NONE, steps).queries())
        .extracting(query -> query.templates().get(0).sql())
        .containsExactly("SELECT 1 FROM plan.slots");
    assertThat(action(moved, steps).queries())
        .extracting(query -> query.templates().get(0).sql())
        .containsExactly("SELECT 2 FROM inventory.slots");
  }

  @Test
  void variantsAreManyDigests() {
    Step.Query query =
        action(Moves.NONE, "  variants 20 SELECT {columns plan.plans} FROM plans")
            .queries()
            .toList()
            .get(0);
    assertThat(query.templates()).hasSize(20);
    assertThat(query.templates()).extracting(SqlTemplate::fingerprint).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SELECT {strange} | what is {strange}?",
        "often SELECT 1 FROM plans | what is 'often' in",
        "SELECT '?' FROM plans | 1 marks, []",
        "think long | For input string",
      })
  void refusesWhatIsWrong(String step, String message) {
    assertThatThrownBy(() -> action(Moves.NONE, "  " + step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("action a")
        .hasMessageContaining(message);
  }

  @Test
  void smallTablesGetTheStatementsOfAMapper() {
    TableName name =
        catalog.tables().stream()
            .map(table -> table.name())
            .filter(catalog::isSmall)
            .findFirst()
            .orElseThrow();
    List<Action> actions = TailActions.of(List.of(catalog.table(name)), 10);
    assertThat(actions).extracting(Action::name).contains("find-" + name.table());
    assertThat(actions).noneMatch(Action::written);
    assertThat(actions.stream().mapToDouble(Action::weight).sum()).isBetween(6.0, 10.0);
  }
}
