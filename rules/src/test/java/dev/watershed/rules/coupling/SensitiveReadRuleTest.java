package dev.watershed.rules.coupling;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.Agreements;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.fleet.SensitiveColumn;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitiveReadRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "other  | SELECT email FROM shop.members WHERE id = 1          | true",
        "other  | SELECT id FROM shop.members WHERE email = 'a@b'      | true",
        "other  | SELECT * FROM shop.members WHERE id = 1              | true",
        "other  | SELECT m.* FROM shop.members m JOIN shop.points p ON p.id = m.id | true",
        "other  | SELECT nick FROM shop.members WHERE id = 1           | false",
        "other  | SELECT email FROM shop.points WHERE id = 1           | false",
        "member | SELECT email FROM shop.members WHERE id = 1          | false",
        "mail   | SELECT nick FROM shop.members WHERE id = 1           | false",
      })
  void firesOnReadersWhoAreNotAllowed(String user, String statement, boolean fires) {
    Verdict verdict = judge(user, statement, "shop.members.email");
    assertThat(verdict.inspected()).isEqualTo(1);
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
    if (fires) {
      assertThat(verdict.violations().get(0).key().text())
          .isEqualTo("sensitive-read:other:shop.members:email");
    }
  }

  @Test
  void aColumnOfNoTableIsMisconfigured() {
    Verdict verdict = judge("other", "SELECT 1", "shop.nobody.email");
    assertThat(verdict.misconfigured()).hasSize(1);
    assertThat(verdict.inspected()).isZero();
  }

  @Test
  void aColumnThatItsTableDoesNotHaveIsMisconfigured() {
    String statement = "SELECT email FROM shop.members WHERE id = 1";
    Verdict verdict = judge("other", statement, "shop.members.emial");
    assertThat(verdict.misconfigured())
        .singleElement()
        .satisfies(misfit -> assertThat(misfit.subject()).isEqualTo("shop.members.emial"));
    assertThat(verdict.inspected()).isZero();
    assertThat(judge("other", statement, "shop.members.EMAIL").violations()).hasSize(1);
  }

  @Test
  void whatNoCatalogSaysOfATableIsNoMistake() {
    Verdict verdict = judge("other", "SELECT secret FROM shop.elsewhere", "shop.elsewhere.secret");
    assertThat(verdict.misconfigured()).isEmpty();
    assertThat(verdict.violations()).hasSize(1);
  }

  /** Who sends the text to another schema reads another table, however long that takes. */
  @Test
  void eachSchemaHasItsReaders() {
    WorkloadFixture tenants =
        new WorkloadFixture()
            .statement("SELECT email FROM members WHERE id = 1")
            .schema("rental")
            .user("mail")
            .run(2_000)
            .schema("shop")
            .user("other")
            .run(1_000);
    assertThat(judge(tenants, "shop.members.email").violations())
        .extracting(violation -> violation.key().text())
        .containsExactly("sensitive-read:other:shop.members:email");
  }

  private static Verdict judge(String user, String statement, String column) {
    return judge(new WorkloadFixture().user(user).statement(statement).run(1_000), column);
  }

  private static Verdict judge(WorkloadFixture workload, String column) {
    return Judging.judge(
        SensitiveReadRule.KIND,
        new FleetFactsFixture(workload)
            .service("member", List.of("shop.members", "shop.points"), List.of())
            .service("mail", List.of(), List.of("shop.members"))
            .service("other", List.of(), List.of())
            .table(table("members").column("email", "varchar(100)").column("nick", "varchar(20)"))
            .table(table("points").column("email", "varchar(100)"))
            .agreed(new Agreements(List.of(), List.of(SensitiveColumn.parse(column))))
            .build());
  }
}
