package dev.watershed.benchmarks.fleet.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.service.Moves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check holds for what is planted (or the plan could not be made), and not for the rest. */
class PlantCheckTest {

  private static PlantFacts facts;

  @BeforeAll
  static void make() {
    facts = FleetPlan.of(1, Moves.NONE).cases().facts();
  }

  @ParameterizedTest(name = "{1} is not in {0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "missing-index      | MISSING_INDEX           | tables plan.slots;columns plan_id",
        "redundant-index    | REDUNDANT_INDEX         | index plan.slots.ix_slots_plan_start",
        "redundant-index    | DUPLICATE_INDEX         | index"
            + " member.point_entries.ix_point_entries_member",
        "x                  | UNUSED_INDEX            | index booking.bookings.ix_bookings_plan",
        "x                  | TOO_MANY_INDEXES        | tables booking.bookings",
        "x                  | HOT_FULL_SCAN           | tables plan.categories",
        "suggest            | LEADING_WILDCARD        | tables search.suggest_terms",
        "missing-index      | FUNCTION_OVER_COLUMN    | tables plan.plan_photos;columns plan_id",
        "missing-index      | DEEP_OFFSET             | tables plan.plan_photos",
        "missing-index      | N_PLUS_ONE              | tables plan.plan_photos",
        "missing-index      | OVERSIZED_IN            | tables plan.plan_photos",
        "missing-index      | DIGEST_EXPLOSION        | tables plan.plan_photos",
        "missing-index      | UNBOUNDED_SELECT        | tables plan.plan_photos",
        "x                  | NO_PRIMARY_KEY          | tables plan.plans",
        "x                  | RANDOM_PRIMARY_KEY      | tables plan.plans",
        "x                  | AUTO_INCREMENT_NEAR_END | tables plan.plans",
        "join-type          | JOIN_TYPE_MISMATCH      | tables payment.payments"
            + " booking.bookings;columns booking_id id",
        "x                  | DEAD_TABLE              | tables plan.plans",
        "x                  | DEAD_TABLE              | tables member.member_audits",
        "x                  | DUPLICATE_TABLE         | tables plan.plans plan.bases",
        "x                  | TRIGGER_ONLY_TABLE      | tables plan.plans_bk_20210401",
        "x                  | CASCADE_ONLY_TABLE      | tables booking.participants",
        "x                  | CONTESTED_TABLE         | tables plan.plans",
        "read-outside-contract | READ_OUTSIDE_CONTRACT | tables search.ranking_scores",
        "missing-index      | CROSS_OWNER_JOIN        | tables plan.plans plan.bases",
        "missing-index      | CROSS_OWNER_TRANSACTION | tables plan.plans booking.bookings",
        "missing-index      | BELONGS_TOGETHER        | tables plan.plans",
        "x                  | HUB_TABLE               | tables plan.plans",
        "missing-index      | NOISY_NEIGHBOUR         | tables plan.plans",
        "missing-index      | ROWS_REGRESSION         | tables plan.plans",
        "missing-index      | NEW_HOT_DIGEST          | tables plan.plans",
        "missing-index      | LONG_TRANSACTION        | tables plan.plans",
        "missing-index      | LOCK_WAIT               | tables plan.plans",
        "missing-index      | ERROR_RATE              | tables plan.plans",
        "missing-index      | UNATTRIBUTED            | tables plan.plans",
      })
  void doesNotHoldElsewhere(String label, ProblemKind kind, String where) {
    String text = "case " + label + " " + kind + "\n" + where.replace(';', '\n') + "\nsays x";
    PlantedCase planted = CaseReader.read(text).get(0);
    assertThat(kind.check().holds(planted, facts)).isFalse();
  }

  @Test
  void readsACase() {
    PlantedCase planted =
        CaseReader.read("trap t UNUSED_INDEX\n  index a.b.ix\n  says so\n  never that").get(0);
    assertThat(planted.tables()).hasToString("[a.b]");
    assertThat(planted.index()).contains("ix");
    assertThat(planted.mustNotSay()).contains("that");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "case t UNUSED_INDEX;  index a.b.ix;  says so;  never that | case t",
        "trap t UNUSED_INDEX;  index a.b.ix;  says so | case t",
        "case t STRANGE;  tables a.b;  says so | STRANGE",
        "case t DEAD_TABLE;  tables a.b;  says so;  colour red | what is {colour=red}",
      })
  void refusesWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> CaseReader.read(text.replace(';', '\n')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
