package dev.watershed.benchmarks.fleet.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.schema.Column;
import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.Table;
import dev.watershed.benchmarks.fleet.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

  private static final TableName PLANS = TableName.parse("plan.plans");

  private final FleetCatalog catalog = FleetCatalog.of(1);
  private final RowCounts rows = new RowCounts(catalog, 0.1);

  @ParameterizedTest
  @CsvSource({
    "plan.plans, 1500",
    "plan.categories, 40",
    "member.member_audits, 0",
    "plan.suppliers, 1000"
  })
  void largeTablesGrowWithTheFactor(String table, int expected) {
    assertThat(rows.of(TableName.parse(table))).isEqualTo(expected);
  }

  @Test
  void referencesNameRowsAndPreferLowOnes() {
    Values values = new Values(rows, new Random(1));
    Column column = Column.parse("plan_id ref plan.plans");
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      ids.add((Long) values.of(PLANS, column, i));
    }
    assertThat(ids).allMatch(id -> id >= 1 && id <= 1_500);
    assertThat(ids.stream().filter(id -> id <= 150)).hasSizeGreaterThan(300);
  }

  @Test
  void identifiersFollowFromTableAndRow() {
    assertThat(Values.uuid(PLANS, 7)).isEqualTo(Values.uuid(PLANS, 7)).hasSize(36);
    assertThat(Values.uuid(PLANS, 7)).isNotEqualTo(Values.uuid(PLANS, 8));
    assertThat(Values.uuid(PLANS, 7)).isNotEqualTo(Values.uuid(TableName.parse("plan.bases"), 7));
  }

  @Test
  void rowsAreWrittenInBatchesWithTheirQuotes() {
    Table table = catalog.table(TableName.parse("market.mail_queue"));
    List<String> statements = new ArrayList<>();
    int count = new RowWriter(new RowCounts(catalog, 1), 5).write(table, statements::add);
    assertThat(count).isEqualTo(2_000);
    assertThat(statements).hasSize(2);
    assertThat(statements.get(0))
        .startsWith("INSERT INTO market.mail_queue (id, member_id, template, payload, state")
        .contains("(1,", "it''s fine", "NOW() - INTERVAL ");
  }
}
