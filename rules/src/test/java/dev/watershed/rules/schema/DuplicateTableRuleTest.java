package dev.watershed.rules.schema;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.verdict.Verdict;
import org.junit.jupiter.api.Test;

class DuplicateTableRuleTest {

  @Test
  void firesOnRareColumnsInCommon() {
    Verdict verdict =
        judge(plans("plans"), plans("plans_bk"), table("areas").numbers("zone", "prefecture"));
    assertThat(verdict.inspected()).isEqualTo(33);
    assertThat(verdict.violations())
        .extracting(violation -> violation.key().text())
        .containsExactly("duplicate-table::shop.plans:shop.plans_bk");
  }

  @Test
  void doesNotFireOnAFormThatManyHave() {
    assertThat(judge(audits("a"), audits("b"), audits("c")).violations()).isEmpty();
  }

  /** Thirty others, so that there is something to be rare among. */
  private static Verdict judge(TableMaker... tables) {
    FleetFactsFixture facts = new FleetFactsFixture(new WorkloadFixture().run(1));
    for (TableMaker table : tables) {
      facts.table(table);
    }
    for (int other = 0; other < 30; other++) {
      facts.table(
          table("other" + other).numbers("note", "made", "version", "x" + other, "y" + other));
    }
    return Judging.judge(DuplicateTableRule.KIND, facts.build());
  }

  private static TableMaker plans(String name) {
    return table(name)
        .column("title", "varchar(100)")
        .numbers("base", "duration", "price", "category", "supplier");
  }

  private static TableMaker audits(String name) {
    return table(name).numbers("note", "made", "version");
  }
}
