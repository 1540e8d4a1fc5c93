package dev.watershed.analyzer.inference;

import static dev.watershed.analyzer.inference.CatalogFixture.key;
import static dev.watershed.workload.catalog.ReferentialAction.CASCADE;
import static dev.watershed.workload.catalog.ReferentialAction.NO_ACTION;
import static dev.watershed.workload.catalog.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.lexical.LexicalPass;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected are the tables, with an exclamation mark where they are written. */
class TouchInferenceTest {

  private final TouchInference triggers =
      new TouchInference(
          new CatalogFixture()
              .table("s.t")
              .table("s.log_insert")
              .table("s.log_update")
              .table("s.log_delete")
              .table("s.totals")
              .table("o.far")
              .trigger("s.ti", "after insert", "t", "INSERT INTO log_insert VALUES ( NEW . a )")
              .trigger("s.tu", "after update", "t", "INSERT INTO log_update VALUES ( NEW . a )")
              .trigger(
                  "s.td",
                  "before delete",
                  "T",
                  "BEGIN INSERT INTO log_delete SELECT a FROM o . far ; END")
              .trigger("s.lu", "after insert", "log_update", "UPDATE totals SET a = a + ?")
              .trigger("s.tt", "before update", "totals", "UPDATE t SET a = ?")
              .build());

  private final TouchInference cascades =
      new TouchInference(
          new CatalogFixture()
              .table("s.parent")
              .table("s.child", key("s.parent", CASCADE, CASCADE))
              .table("o.grandchild", key("s.child", CASCADE, CASCADE))
              .table("o.leaf", key("p", "o.grandchild", "id", CASCADE, SET_NULL))
              .table("o.by_column", key("p", "s.child", "p", CASCADE, NO_ACTION))
              .table("s.nulled", key("s.parent", NO_ACTION, SET_NULL))
              .table("s.restricted", key("s.parent", NO_ACTION, NO_ACTION))
              .table("s.tree", key("s.tree", NO_ACTION, CASCADE))
              .table("s.log")
              .trigger("s.cd", "after delete", "child", "INSERT INTO log VALUES ( OLD . a )")
              .build());

  private final TouchInference routines =
      new TouchInference(
          new CatalogFixture()
              .table("s.t")
              .table("s.u")
              .table("o.w")
              .procedure("s.p", "BEGIN UPDATE t SET a = ? ; CALL o . q ( ) ; END")
              .procedure("o.q", "BEGIN DELETE FROM w ; CALL s . p ( ) ; END")
              .function("s.f", "RETURN ( SELECT MAX ( a ) FROM u )")
              .procedure("s.dynamic", "BEGIN PREPARE x FROM @q ; EXECUTE x ; END")
              .procedure("s.hidden", "")
              .procedure("s.lost", "SELECT a FROM gone")
              .procedure(
                  "s.server", "SELECT variable_value FROM performance_schema . global_status")
              .view("s.v", "select s . t . a from s . t")
              .view("s.vv", "select a , s . f ( a ) from s . v")
              .view("s.joined", "select t . a from s . t join o . w on t . id = w . id")
              .view("s.unseen", "")
              .event("s.nightly", true, "BEGIN DELETE FROM s . v ; CALL o . q ( ) ; END")
              .event("s.off", false, "DELETE FROM u")
              .build());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * FROM t                                            | -
          INSERT INTO t VALUES (...)                                 | s.log_insert!
          INSERT INTO t VALUES (...) ON DUPLICATE KEY UPDATE a = ?   | s.log_insert! s.log_update! s.totals!
          REPLACE INTO t VALUES (...)                                | o.far s.log_delete! s.log_insert!
          LOAD DATA INFILE ? INTO TABLE t                            | s.log_insert!
          UPDATE t SET a = ?                                         | s.log_update! s.totals!
          DELETE FROM s . T                                          | o.far s.log_delete!
          TRUNCATE TABLE t                                           | -
          UPDATE o . far SET a = ?                                   | -
          INSERT INTO log_update VALUES (...)                        | s.t! s.totals!
          # what the statement names itself is no news, but for being written
          INSERT INTO t SELECT a FROM log_insert                     | s.log_insert!
          UPDATE t JOIN totals SET t.a = ? , totals.a = ?            | s.log_update!
          EXPLAIN UPDATE t SET a = ?                                 | -
          """)
  void triggersAreFiredByTheirEvents(String statement, String expected) {
    assertThat(touched(triggers, statement)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DELETE FROM parent                | o.grandchild! o.leaf! s.child! s.nulled!
          REPLACE INTO parent VALUES (...)  | o.grandchild! o.leaf! s.child! s.nulled!
          UPDATE parent SET a = ?           | -
          # a change of the key reaches the child's key column, and those that refer to that column
          UPDATE parent SET id = ?          | o.by_column! s.child!
          UPDATE parent SET ID = ? , a = ?  | o.by_column! s.child!
          INSERT INTO parent VALUES (...)   | -
          INSERT INTO parent VALUES (...) ON DUPLICATE KEY UPDATE id = ? | o.by_column! s.child!
          # a statement of its own fires the trigger that the cascade does not
          DELETE FROM child                 | o.grandchild! o.leaf! s.log!
          DELETE FROM o . grandchild        | o.leaf!
          DELETE FROM tree                  | -
          TRUNCATE TABLE child              | -
          """)
  void foreignKeysCascadeWithoutTriggers(String statement, String expected) {
    assertThat(touched(cascades, statement)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CALL p ( )                              | o.w! s.t!
          CALL s . P                              | o.w! s.t!
          SELECT f ( a ) FROM t                   | s.u
          SELECT o . f ( a ) FROM t               | -
          DO f ( )                                | s.u
          SELECT MAX ( a ) FROM t                 | -
          SELECT a FROM v                         | s.t
          SELECT a FROM vv                        | s.t s.u
          UPDATE v SET a = ?                      | s.t!
          INSERT INTO v VALUES (...)              | s.t!
          SELECT * FROM joined                    | o.w s.t
          UPDATE joined SET a = ?                 | o.w s.t
          """)
  void routinesAndViewsAreFollowed(String statement, String expected) {
    assertThat(touched(routines, statement)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CALL dynamic                 | what procedure s.dynamic does by PREPARE and EXECUTE
          CALL hidden                  | what procedure s.hidden does: its body is not in the catalog
          CALL nowhere                 | what procedure s.nowhere does: it is not in the catalog
          SELECT s . g ( ? )           | what function s.g does: it is not in the catalog
          CALL lost                    | s.gone, which procedure s.lost names: it is not in the catalog
          SELECT * FROM unseen         | the tables behind view s.unseen: its text is not in the catalog
          UPDATE joined SET a = ?      | which of the tables behind view s.joined is written
          CALL server                  | -
          CALL sys . ps_setup_save ( ) | -
          SELECT g ( ? ) FROM nowhere  | -
          """)
  void whatCannotBeFollowedIsSaid(String statement, String expected) {
    String unknown = String.join(" / ", infer(routines, statement).unknown());
    assertThat(unknown.isEmpty() ? "-" : unknown).isEqualTo(expected);
  }

  @Test
  void theChainIsTheShortestWay() {
    assertThat(infer(triggers, "UPDATE t SET a = ?").touches())
        .extracting(touch -> touch.table() + " by " + touch.chainText())
        .containsExactly(
            "s.log_update by trigger s.tu after update on s.t",
            "s.totals by trigger s.tu after update on s.t, trigger s.lu after insert on"
                + " s.log_update");
    assertThat(infer(cascades, "DELETE FROM parent").touches())
        .extracting(InferredTouch::chainText)
        .contains(
            "cascade s.child.fk_parent on delete of s.parent, cascade o.grandchild.fk_child on"
                + " delete of s.child");
    assertThat(infer(routines, "SELECT * FROM vv").touches())
        .extracting(InferredTouch::chainText)
        .containsExactly("view s.vv, view s.v", "view s.vv, function s.f");
  }

  @Test
  void eventsTouchOnTheirOwn() {
    assertThat(routines.ofEvents()).containsOnlyKeys("s.nightly");
    Inference nightly = routines.ofEvents().get("s.nightly");
    assertThat(names(nightly)).isEqualTo("o.w! s.t!");
    assertThat(nightly.touches().get(1).chainText()).isEqualTo("event s.nightly, view s.v");
  }

  @Test
  void namesWithoutASchemaNeedOne() {
    assertThat(
            triggers
                .ofStatement(LexicalPass.actions("UPDATE t SET a = ?"), Optional.empty())
                .touches())
        .isEmpty();
    assertThat(
            triggers
                .ofStatement(LexicalPass.actions("UPDATE s . t SET a = ?"), Optional.empty())
                .touches())
        .hasSize(2);
  }

  @Test
  void ofTwoWaysToATableTheShorterOneStays() {
    Inference far = infer(triggers, "UPDATE t SET a = ?");
    Inference near = infer(triggers, "INSERT INTO log_update VALUES (...)");
    assertThat(far.and(near).touches())
        .filteredOn(touch -> touch.table().equals("s.totals"))
        .singleElement()
        .satisfies(touch -> assertThat(touch.chain()).hasSize(1));
    assertThat(far.and(near)).isEqualTo(near.and(far));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * FROM t              | s       | true
          SELECT * FROM t              | nowhere | false
          SELECT * FROM t              |         | false
          SELECT * FROM o . w          | nowhere | true
          SELECT * FROM nowhere . w    |         | false
          CALL o . q ( )               |         | true
          CALL nowhere . q ( )         | nowhere | false
          """)
  void aCatalogIsConcernedByItsSchemas(String statement, String schema, boolean expected) {
    assertThat(routines.concerns(LexicalPass.actions(statement), Optional.ofNullable(schema)))
        .isEqualTo(expected);
  }

  private static String touched(TouchInference inference, String statement) {
    return names(infer(inference, statement));
  }

  private static Inference infer(TouchInference inference, String statement) {
    return inference.ofStatement(LexicalPass.actions(statement), Optional.of("s"));
  }

  private static String names(Inference inference) {
    String names =
        inference.touches().stream()
            .map(touch -> touch.table() + (touch.written() ? "!" : ""))
            .collect(Collectors.joining(" "));
    return names.isEmpty() ? "-" : names;
  }
}
