package dev.watershed.rules.gate;

import static dev.watershed.rules.fleet.FleetFactsFixture.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.coupling.OwnerBasis;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.verdict.ViolationKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same workload before and after its tables and services got other names. */
class FormerKeysTest {

  private static final Renames RENAMES =
      new Renames(
          Map.of("svc_market", "svc_shop"),
          Map.of("shop.items", "shop.things"),
          Map.of("scans", "full-scans"));
  private static final String JOIN = "SELECT 1 FROM orders o JOIN %s i ON i.order_id = o.id";
  private static final String SCAN = "SELECT a FROM %s WHERE status = 1";

  @Test
  void keysOfStatementsLeadToWhatTheyWere() {
    FormerKeys former = FormerKeys.of(RENAMES, facts("things", "svc_shop"));
    List<ViolationKey> before = keys("scans", facts("items", "svc_market"));
    List<ViolationKey> after = keys("full-scans", facts("things", "svc_shop"));
    assertThat(before).hasSize(2);
    for (int each = 0; each < before.size(); each++) {
      assertThat(former.of(after.get(each))).contains(before.get(each).text());
      assertThat(former.present(before.get(each))).contains(after.get(each));
    }
  }

  /** Tables that several sets of data have are told apart by the set of data. */
  @ParameterizedTest
  @CsvSource({
    "shop.items, shop.things, shop.things, shop.items",
    "shop.items, shop.things, shop.things@c1, shop.items@c1",
    "shop.*, sales.*, sales.items@c1, shop.items@c1",
    "shop.items@c1, shop.things@c1, shop.things@c1, shop.items@c1",
    "shop.items@c2, shop.things@c2, shop.things@c1, shop.things@c1",
  })
  void keysOfFindingsLeadToWhatTheyWere(String from, String to, String now, String then) {
    Renames renames = new Renames(Map.of(), Map.of(from, to), Map.of());
    FormerKeys former = FormerKeys.of(renames, List.of(), List.of(sharedWrite(now)));
    assertThat(former.of(key(now))).contains(key(then).text());
    assertThat(former.present(key(then))).contains(key(now));
    assertThat(renames.renamed(key(then)).table()).isEqualTo(now);
  }

  /** A table moves to another schema, and a third one has a table of its old name. */
  @Test
  void aTableOfTheSameNameInAnotherSchemaKeepsItsColumns() {
    Renames renames = new Renames(Map.of(), Map.of("shop.items", "sales.things"), Map.of());
    String join =
        "SELECT 1 FROM %s i JOIN old.items o ON o.item_id = i.id WHERE o.status = 1 AND i.kind = 2";
    FleetFacts before = facts(join.formatted("items"));
    FleetFacts after = facts(join.formatted("sales.things"));
    ViolationKey now = keys("scans", after).get(0);
    ViolationKey then = keys("scans", before).get(0);
    FormerKeys former = FormerKeys.of(renames, after);
    assertThat(former.of(now)).contains(then.text());
    assertThat(former.present(then)).contains(now);
  }

  private static ViolationKey key(String table) {
    return new ViolationKey("second-writer", "", table, sharedWrite(table).id());
  }

  private static Finding sharedWrite(String table) {
    return new Finding(
        Finding.idOf(FindingKind.CONTESTED_TABLE, List.of(table)),
        FindingKind.CONTESTED_TABLE,
        List.of(table),
        Saying.nothing(),
        List.of("market", "shop"),
        List.of(table),
        1,
        1,
        1,
        0.1,
        OwnerBasis.DECLARED,
        false,
        false,
        List.of(),
        List.of(),
        0);
  }

  @Test
  void aStatementThatIsNotThereHasNoPresentKey() {
    FormerKeys former = FormerKeys.of(RENAMES, facts("things", "svc_shop"));
    ViolationKey gone = ViolationKey.parse("scans:svc_market:shop.items:00000000000000ff");
    assertThat(former.present(gone)).isEmpty();
    ViolationKey service = ViolationKey.parse("budget-p95:svc_market");
    assertThat(former.present(service)).contains(ViolationKey.parse("budget-p95:svc_shop"));
    ViolationKey fleet = ViolationKey.parse("unattributed-share");
    assertThat(former.present(fleet)).contains(fleet);
    assertThat(former.of(fleet)).containsExactly("unattributed-share");
  }

  @Test
  void aMigrationKeepsRenamesForWhatItCannotName() {
    FormerKeys former = FormerKeys.of(RENAMES, facts("things", "svc_shop"));
    LocalDate day = LocalDate.of(2026, 11, 24);
    BaselineEntry known =
        BaselineEntry.accepted(keys("scans", facts("items", "svc_market")).get(0), day);
    BaselineEntry gone =
        BaselineEntry.accepted(
            ViolationKey.parse("scans:svc_market:shop.items:00000000000000ff"), day);
    Baseline baseline = Baseline.EMPTY.renamed(RENAMES);
    BaselineMigration part = BaselineMigration.of(baseline.with(List.of(known, gone)), former);
    assertThat(part.unknown()).containsExactly(gone);
    assertThat(part.renamed()).isEqualTo(1);
    assertThat(part.baseline().renames()).isEqualTo(RENAMES);
    BaselineMigration all = BaselineMigration.of(baseline.with(List.of(known)), former);
    assertThat(all.baseline().renames()).isEqualTo(Renames.NONE);
    assertThat(all.baseline().entries().get(0).key())
        .isEqualTo(keys("full-scans", facts("things", "svc_shop")).get(0));
  }

  @Test
  void ofTwoEntriesThatBecomeOneTheFirstStays() {
    LocalDate day = LocalDate.of(2026, 11, 24);
    Baseline baseline =
        Baseline.EMPTY
            .renamed(RENAMES)
            .with(
                List.of(
                    BaselineEntry.accepted(ViolationKey.parse("budget-p95:svc_market"), day),
                    BaselineEntry.accepted(
                        ViolationKey.parse("budget-p95:svc_shop"), day.plusDays(1))));
    BaselineMigration migration =
        BaselineMigration.of(baseline, FormerKeys.of(RENAMES, List.of(), List.of()));
    assertThat(migration.baseline().entries())
        .containsExactly(BaselineEntry.accepted(ViolationKey.parse("budget-p95:svc_shop"), day));
  }

  private static List<ViolationKey> keys(String rule, FleetFacts facts) {
    return facts.statements().stream().flatMap(each -> each.keys(rule).stream()).toList();
  }

  private static FleetFacts facts(String statement) {
    WorkloadFixture workload = new WorkloadFixture();
    workload.schema("shop").user("svc_shop");
    workload.statement(statement).run(times(20, 1_000));
    return new FleetFactsFixture(workload).build();
  }

  private static FleetFacts facts(String items, String user) {
    WorkloadFixture workload = new WorkloadFixture();
    workload.schema("shop").user(user);
    workload.statement(JOIN.replace("%s", items)).run(times(20, 2_000));
    workload.statement(SCAN.replace("%s", items)).run(times(20, 1_000));
    return new FleetFactsFixture(workload).build();
  }
}
