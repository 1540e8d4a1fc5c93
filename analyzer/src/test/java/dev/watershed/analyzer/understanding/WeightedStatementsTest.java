package dev.watershed.analyzer.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WeightedStatementsTest {

  private static final String READ = "SELECT a FROM items";
  private static final String WRITE = "UPDATE items SET a = 1";

  private static List<WeightedStatement> of(Workload workload, boolean rowsCounted) {
    return WeightedStatements.of(
        workload, statement -> CatalogReader.PARSING.read(statement, SchemaView.NONE), rowsCounted);
  }

  /** Two accounts in one schema, one of them in another and in none. */
  private static WorkloadFixture shop() {
    return new WorkloadFixture()
        .statement(READ)
        .schema("shop")
        .user("web")
        .rows(2, 10)
        .run(1_000_000, 2_000_000, 3_000_000)
        .user("batch")
        .rows(6, 50)
        .run(4_000_000)
        .schema("archive")
        .run(500_000)
        .schema("")
        .run(500_000)
        .statement(WRITE)
        .schema("shop")
        .rows(0, 7)
        .run(20_000_000);
  }

  @Test
  void whoSentThemDoesNotCountAndTheLongestTimeIsTheFirst() {
    assertThat(of(shop().build(), true))
        .extracting(
            each -> each.facts().kind().toString(),
            WeightedStatement::schema,
            WeightedStatement::calls,
            WeightedStatement::seconds,
            WeightedStatement::rowsExaminedPerCall,
            WeightedStatement::rowsSentPerCall)
        .containsExactly(
            tuple(
                "UPDATE",
                Optional.of("shop"),
                1.0,
                20.0,
                OptionalDouble.of(7),
                OptionalDouble.of(0)),
            tuple(
                "SELECT",
                Optional.of("shop"),
                4.0,
                10.0,
                OptionalDouble.of(20),
                OptionalDouble.of(3)),
            tuple(
                "SELECT", Optional.empty(), 1.0, 0.5, OptionalDouble.of(50), OptionalDouble.of(6)),
            tuple(
                "SELECT",
                Optional.of("archive"),
                1.0,
                0.5,
                OptionalDouble.of(50),
                OptionalDouble.of(6)));
  }

  @Test
  void ofTheSameTimeTheFirstSchemaIsTheFirst() {
    WorkloadFixture fixture = new WorkloadFixture().statement(READ);
    List.of("c", "a", "", "b").forEach(schema -> fixture.schema(schema).run(1_000));
    assertThat(of(fixture.build(), true))
        .extracting(statement -> statement.schema().orElse("none"))
        .containsExactly("none", "a", "b", "c");
  }

  @Test
  void rowsThatNobodyCountedAreUnknown() {
    assertThat(of(shop().build(), false))
        .allSatisfy(
            each -> {
              assertThat(each.rowsExaminedPerCall()).isEmpty();
              assertThat(each.rowsSentPerCall()).isEmpty();
            });
  }

  @Test
  void rowsThatAreWrittenAreKnownWhereTheSourceCountsThem() {
    Workload workload =
        new WorkloadFixture()
            .statement("INSERT INTO items (a) VALUES (1), (2), (3)")
            .affected(3)
            .run(1_000)
            .affected(12)
            .run(1_000)
            .statement(WRITE)
            .affected(0)
            .run(1)
            .build();

    assertThat(of(workload, true))
        .extracting(each -> each.facts().kind().toString(), WeightedStatement::rowsAffectedPerCall)
        .containsExactly(
            tuple("INSERT", OptionalDouble.of(7.5)), tuple("UPDATE", OptionalDouble.empty()));
  }

  @Test
  void whatHasNoTextIsLeftOut() {
    Workload workload =
        new WorkloadFixture(WorkloadBounds.ofNames(1, 9, 9, 9, 99))
            .statement(READ)
            .run(1)
            .statement(WRITE)
            .run(1)
            .build();
    assertThat(of(workload, true)).hasSize(1);
  }
}
