package dev.watershed.benchmarks.fleet.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.benchmarks.fleet.data.RowCounts;
import dev.watershed.benchmarks.fleet.data.RowWriter;
import dev.watershed.benchmarks.fleet.problem.PlantFacts;
import dev.watershed.benchmarks.fleet.problem.PlantedCase;
import dev.watershed.benchmarks.fleet.problem.ProblemKind;
import dev.watershed.benchmarks.fleet.schema.Column;
import dev.watershed.benchmarks.fleet.schema.ColumnKind;
import dev.watershed.benchmarks.fleet.schema.Index;
import dev.watershed.benchmarks.fleet.schema.Table;
import dev.watershed.benchmarks.fleet.schema.TableName;
import dev.watershed.benchmarks.fleet.service.Moves;
import dev.watershed.benchmarks.fleet.service.Service;
import dev.watershed.benchmarks.fleet.truth.TruthWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FleetPlanTest {

  private static FleetPlan plan;
  private static PlantFacts facts;

  @BeforeAll
  static void make() {
    plan = FleetPlan.of(1, Moves.NONE);
    facts = plan.cases().facts();
  }

  @Test
  void hasTheSizeThatIsPromised() {
    assertThat(plan.catalog().tables()).hasSize(2_100);
    assertThat(plan.catalog().servers()).containsExactly("booking-1", "content-1");
    assertThat(plan.catalog().schemas()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(plan.services().all().stream().filter(Service::attributed)).hasSize(40);
    assertThat(plan.catalog().tables().stream().filter(table -> table.rows() >= 2_000))
        .as("hot tables")
        .hasSizeGreaterThanOrEqualTo(50);
  }

  @Test
  void aSeedRepeatsTablesStatementsAndTruth() throws IOException {
    assertThat(written(FleetPlan.of(1, Moves.NONE))).isEqualTo(written(plan));
    assertThat(written(FleetPlan.of(2, Moves.NONE))).isNotEqualTo(written(plan));
  }

  private static String written(FleetPlan plan) throws IOException {
    StringWriter out = new StringWriter();
    TruthWriter.writePlan(plan, out);
    RowWriter rows = new RowWriter(new RowCounts(plan.catalog(), 0.01), plan.seed());
    for (Table table : plan.catalog().tables()) {
      out.append(table.ddl());
      rows.write(table, out::append);
    }
    return out.toString();
  }

  @Test
  void everyKindIsPlanted() {
    Set<ProblemKind> planted = EnumSet.noneOf(ProblemKind.class);
    plan.cases().all().stream()
        .filter(each -> !each.trap())
        .forEach(each -> planted.add(each.kind()));
    assertThat(planted).containsExactlyInAnyOrder(ProblemKind.values());
    assertThat(plan.cases().all().stream().filter(PlantedCase::trap))
        .hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void theDocumentationNamesEveryCase() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "fleet.md"));
    assertThat(plan.cases().all()).allMatch(each -> page.contains(each.id()));
  }

  @Test
  void nothingElseIsRedundant() {
    List<String> redundant = new ArrayList<>();
    for (Table table : plan.catalog().tables()) {
      for (Index index : table.indexes()) {
        boolean covered =
            table.indexes().stream()
                .anyMatch(other -> !other.equals(index) && index.isPrefixOf(other));
        if (covered && !index.unique()) {
          redundant.add(table.name() + "." + index.name());
        }
      }
    }
    assertThat(redundant)
        .containsExactlyInAnyOrder(
            "booking.hold_events.ix_hold_events_slot",
            "member.point_entries.ix_point_entries_member",
            "payment.ledger_entries.ix_ledger_entries_payment",
            "payment.ledger_entries.ix_ledger_entries_payment_copy",
            "plan.prices.ix_prices_plan");
  }

  @Test
  void onlyPlannedTablesLackAGoodKey() {
    assertThat(plan.catalog().tables().stream().filter(table -> table.primaryKey().isEmpty()))
        .extracting(table -> table.name().toString())
        .containsExactly("plan.price_changes");
  }

  @Test
  void nothingElseIsWrittenByOthersThanItsOwner() {
    Set<String> others = new TreeSet<>();
    for (Table table : plan.catalog().tables()) {
      String owner = plan.services().owner(table.name()).orElse("");
      for (String writer : facts.writers(table.name())) {
        if (!writer.equals(owner) && plan.services().service(writer).attributed()) {
          others.add(writer + " " + table.name());
        }
      }
    }
    assertThat(others)
        .isEqualTo(
            tablesAndServices(
                Set.of(
                    ProblemKind.SECOND_WRITER,
                    ProblemKind.CONTESTED_TABLE,
                    ProblemKind.BELONGS_TOGETHER,
                    ProblemKind.DEADLOCK),
                others));
  }

  @Test
  void nothingElseIsReadOutsideAContract() {
    Set<String> outside = new TreeSet<>();
    for (Service service : plan.services().all()) {
      for (Table table : plan.catalog().tables()) {
        if (service.attributed()
            && facts.readers(table.name()).contains(service.name())
            && !facts.isHub(table.name())
            && facts.readsOutside(service, table.name())) {
          outside.add(service.name() + " " + table.name());
        }
      }
    }
    assertThat(outside)
        .isEqualTo(
            tablesAndServices(
                Set.of(ProblemKind.READ_OUTSIDE_CONTRACT, ProblemKind.NEW_CROSSING), outside));
  }

  /** Those of the findings that cases of some kinds name. */
  private static Set<String> tablesAndServices(Set<ProblemKind> kinds, Set<String> findings) {
    Set<String> planted = new TreeSet<>();
    for (PlantedCase each : plan.cases().all()) {
      for (TableName table : kinds.contains(each.kind()) ? each.tables() : List.<TableName>of()) {
        facts.services(each).forEach(service -> planted.add(service + " " + table));
      }
    }
    planted.retainAll(findings);
    return planted;
  }

  @Test
  void theDigestsOfTheTruthAreThoseOfTheMix() throws IOException {
    Set<String> sent =
        plan.services().all().stream()
            .flatMap(service -> service.actions().stream())
            .flatMap(action -> action.queries())
            .flatMap(query -> query.templates().stream())
            .map(template -> template.fingerprint().id())
            .collect(Collectors.toSet());
    assertThat(sent).hasSizeGreaterThan(3_000);
    StringWriter truth = new StringWriter();
    TruthWriter.writePlan(plan, truth);
    assertThat(sent).allMatch(digest -> truth.toString().contains("{\"digest\":\"" + digest));
  }

  @Test
  void aMoveTurnsJoinsIntoCalls() {
    FleetPlan moved = FleetPlan.of(1, Moves.NONE.with("plan.slots=inventory"));
    TableName slots = TableName.parse("inventory.slots");
    assertThat(moved.cases().facts().writers(slots)).containsExactly("schedule");
    assertThat(moved.catalog().find(TableName.parse("plan.slots"))).isEmpty();
    assertThat(
            moved.catalog().tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.kind() == ColumnKind.REF)
                .map(Column::target))
        .contains(slots)
        .allMatch(target -> moved.catalog().find(target).isPresent());
    assertThat(facts.writers(TableName.parse("plan.slots"))).containsExactly("booking", "plan");
    assertThatThrownBy(() -> FleetPlan.of(1, Moves.NONE.with("plan.plans=inventory")))
        .hasMessageContaining("plan.plans is used by plan.published_plans");
  }
}
