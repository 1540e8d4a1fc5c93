package dev.watershed.analyzer.index.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.IndexFixture;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangePlannerTest {

  private static final TableCondition SMALL =
      new TableCondition(OptionalLong.of(1_000_000), OptionalDouble.of(1), false);

  private static ChangePlan plan(String version, IndexAdvice advice, TableCondition table) {
    return new ChangePlanner(ServerAbilities.of(version)).plan(advice, table);
  }

  private static IndexAdvice advice(Kind kind, IndexDefinition index, List<String> others) {
    List<DigestEffect> effects =
        kind.isDrop()
            ? List.of()
            : List.of(new DigestEffect(1, 1, 1, Saying.nothing(), Saying.nothing(), 2, 1, 2, 1));
    return new IndexAdvice(
        kind,
        "shop",
        "or`ders",
        index,
        others,
        effects,
        OptionalLong.empty(),
        OptionalDouble.empty(),
        1,
        Confidence.HIGH,
        List.of());
  }

  private static IndexDefinition index(String parts, boolean unique) {
    return IndexFixture.index("k", parts, unique, IndexKind.BTREE, true);
  }

  @Test
  void addsInPlace() {
    ChangePlan plan =
        plan("9.7.4", advice(Kind.ADD, index("a, b(10), c desc", false), List.of()), SMALL);
    assertThat(plan.statements())
        .containsExactly(
            "ALTER TABLE `shop`.`or``ders` ADD INDEX `k` (`a`, `b`(10), `c` DESC),"
                + " ALGORITHM=INPLACE, LOCK=NONE");
    assertThat(plan.undo()).containsExactly("ALTER TABLE `shop`.`or``ders` DROP INDEX `k`");
    assertThat(plan.external()).isEmpty();
  }

  @Test
  void anExpressionBlocksWritesWhileItIsBuilt() {
    ChangePlan plan =
        plan("9.7.4", advice(Kind.ADD, index("=lower(a), b", false), List.of()), SMALL);
    assertThat(plan.statements())
        .containsExactly(
            "ALTER TABLE `shop`.`or``ders` ADD INDEX `k` ((lower(a)), `b`),"
                + " ALGORITHM=INPLACE, LOCK=SHARED");
    assertThat(plan.remarks()).singleElement().asString().contains("writes wait");
  }

  @Test
  void dropsWhatItReplacesLater() {
    ChangePlan plan =
        plan("9.7.4", advice(Kind.EXTEND, index("a, b", false), List.of("old")), SMALL);
    assertThat(plan.statements()).hasSize(1);
    assertThat(plan.later())
        .containsExactly(
            "ALTER TABLE `shop`.`or``ders` ALTER INDEX `old` INVISIBLE",
            "ALTER TABLE `shop`.`or``ders` DROP INDEX `old`");
  }

  @ParameterizedTest
  @CsvSource({
    "9.7.4, ALTER INDEX `k` INVISIBLE",
    "8.0.36, ALTER INDEX `k` INVISIBLE",
    "10.11.14-MariaDB, ALTER INDEX `k` IGNORED",
    "11.4.5-MariaDB, ALTER INDEX `k` IGNORED",
    "10.5.8-MariaDB, DROP INDEX `k`",
    "5.7.44, DROP INDEX `k`",
    "'', DROP INDEX `k`"
  })
  void hidesFirstWhereTheServerCan(String version, String first) {
    ChangePlan plan = plan(version, advice(Kind.DROP_UNUSED, index("a", false), List.of()), SMALL);
    assertThat(plan.statements()).containsExactly("ALTER TABLE `shop`.`or``ders` " + first);
    assertThat(plan.later()).hasSize(first.startsWith("DROP") ? 0 : 1);
    assertThat(plan.undo()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "9.7.4, ALTER INDEX `k` VISIBLE, ALTER INDEX `k` INVISIBLE",
    "10.11.14-MariaDB, ALTER INDEX `k` NOT IGNORED, ALTER INDEX `k` IGNORED"
  })
  void showsWhatIsHidden(String version, String statement, String undo) {
    IndexDefinition hidden = IndexFixture.index("k", "a", false, IndexKind.BTREE, false);
    ChangePlan plan = plan(version, advice(Kind.MAKE_VISIBLE, hidden, List.of()), SMALL);
    assertThat(plan.statements()).containsExactly("ALTER TABLE `shop`.`or``ders` " + statement);
    assertThat(plan.later()).isEmpty();
    assertThat(plan.undo()).containsExactly("ALTER TABLE `shop`.`or``ders` " + undo);
  }

  @Test
  void restoresAUniqueOneAsUnique() {
    ChangePlan plan =
        plan("9.7.4", advice(Kind.DROP_DUPLICATE, index("a", true), List.of("l")), SMALL);
    assertThat(plan.statements()).containsExactly("ALTER TABLE `shop`.`or``ders` DROP INDEX `k`");
    assertThat(plan.undo().get(0)).contains("ADD UNIQUE INDEX `k` (`a`)");
  }

  @ParameterizedTest
  @CsvSource({"=lower(a), 1", "=a + ?, 0"})
  void whatGoesAtOnceIsRestoredOnlyIfItsTextIsKnown(String parts, int statements) {
    ChangePlan plan =
        plan("9.7.4", advice(Kind.DROP_DUPLICATE, index(parts, true), List.of("l")), SMALL);
    assertThat(plan.undo()).hasSize(statements);
    assertThat(plan.remarks())
        .singleElement()
        .asString()
        .contains(statements == 0 ? "SHOW CREATE TABLE" : "the statement that restores it");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, true, true",
    "2, 0, false, false",
    "0, 1000, true, false",
    "20, 1000, false, true",
    "20, 1, false, false"
  })
  void copiesLargeTablesBesideTheTraffic(
      long gib, double writes, boolean replicas, boolean external) {
    TableCondition table =
        new TableCondition(OptionalLong.of(gib << 30), OptionalDouble.of(writes), replicas);
    ChangePlan plan = plan("9.7.4", advice(Kind.ADD, index("a", false), List.of()), table);
    assertThat(plan.external().isPresent()).isEqualTo(external);
    plan.external()
        .ifPresent(
            tool -> {
              assertThat(tool.ghost())
                  .isEqualTo(
                      "gh-ost --database='shop' --table='or`ders' --alter='ADD INDEX `k` (`a`)'"
                          + " --execute");
              assertThat(tool.onlineSchemaChange()).contains("'D=shop,t=or`ders'");
            });
  }
}
