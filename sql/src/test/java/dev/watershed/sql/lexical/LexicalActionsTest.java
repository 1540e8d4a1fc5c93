package dev.watershed.sql.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What statements and bodies do to rows. Expected are {@code +} for an insert, {@code ~} for an
 * update with its columns, {@code -} for a delete, {@code !} for the table as a whole.
 */
class LexicalActionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          SELECT * FROM t JOIN s . u                                        | t s.u
          INSERT INTO t ( a ) VALUES (...)                                  | t+
          INSERT IGNORE INTO t SELECT a FROM u                              | t+ u
          INSERT INTO t VALUES (...) ON DUPLICATE KEY UPDATE a = VALUES ( a ) , t . b = IF ( c , ?, ... ) , `c` = ? | t+ t~a,b,c
          INSERT INTO t VALUES (...) ON DUPLICATE KEY UPDATE a = ? RETURNING x , y | t+ t~a
          REPLACE INTO s . t VALUES (...)                                   | s.t+ s.t-
          LOAD DATA INFILE ? INTO TABLE t ( a , b )                         | t+
          LOAD DATA INFILE ? REPLACE INTO TABLE t                           | t+ t-
          UPDATE t SET a = ? , B = ? WHERE c = ?                            | t~a,b
          UPDATE t JOIN u ON t.id = u.id SET t.a = ? , u.b = ?              | t~a u~b
          UPDATE t x JOIN u y ON x.id = y.id SET y.b = x.a                  | t u~b
          UPDATE t , u SET a = ? , u.b = ?                                  | t~a u~a,b
          UPDATE t SET a = ( SELECT b FROM u )                              | t~a u
          DELETE FROM t WHERE a IN ( SELECT b FROM u )                      | t- u
          DELETE a FROM t a JOIN u b ON a.id = b.id                         | t- u
          TRUNCATE TABLE t                                                  | t!
          WITH c AS ( SELECT a FROM t ) SELECT * FROM c                     | t
          # what is explained, shown or defined does not happen
          EXPLAIN UPDATE t SET a = ?                                        | -
          SHOW CREATE TABLE t                                               | -
          CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW DELETE FROM u     | -
          ALTER TABLE t ADD COLUMN a INT                                    | -
          """)
  void rowsOfStatements(String text, String expected) {
    assertThat(tables(LexicalPass.actions(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          SET NEW . a = ?                                                   | -
          SET NEW . a = ( SELECT MAX ( b ) FROM t )                         | t
          INSERT INTO t VALUES ( NEW . a )                                  | t+
          IF NEW . a > ? THEN UPDATE t SET b = ? ; ELSE DELETE FROM u ; END IF | t~b u-
          RETURN ( SELECT COUNT ( * ) FROM t )                              | t
          BEGIN DECLARE x INT ; SELECT a INTO x FROM t ; TRUNCATE u ; END   | t u!
          BEGIN CREATE TEMPORARY TABLE w AS SELECT a FROM t ; INSERT INTO u SELECT a FROM w ; DROP TEMPORARY TABLE w ; END | t u+
          BEGIN DECLARE c CURSOR FOR SELECT a FROM t ; l : LOOP FETCH c INTO x ; REPLACE INTO u VALUES ( x ) ; END LOOP l ; END | t u+ u-
          """)
  void rowsOfBodies(String body, String expected) {
    assertThat(tables(LexicalPass.actionsOfBody(body))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          CALL p ( ? )                                     | call p
          CALL s . p                                       | call s.p
          SELECT a , s . f ( b ) FROM t WHERE g ( a ) = ?  | s.f g
          DO f ( )                                         | f
          INSERT INTO t ( a ) VALUES ( f ( ? ) )           | f
          INSERT LOW_PRIORITY t ( a ) VALUES ( ? )         | -
          SELECT a FROM t USE INDEX ( i )                  | -
          SELECT x FROM ( SELECT a FROM t ) AS d ( x )     | -
          """)
  void names(String text, String expected) {
    String found =
        LexicalPass.actions(text).calls().stream()
            .map(call -> (call.procedure() ? "call " : "") + call.qualifiedName())
            .collect(Collectors.joining(" "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(expected);
  }

  @Test
  void statementsOfRunTimeAreKnownToBeUnknown() {
    assertThat(LexicalPass.actionsOfBody("BEGIN PREPARE s FROM @q ; EXECUTE s ; END").dynamic())
        .isTrue();
    assertThat(LexicalPass.actionsOfBody("EXECUTE IMMEDIATE q").dynamic()).isTrue();
    assertThat(LexicalPass.actionsOfBody("UPDATE t SET `execute` = ?").dynamic()).isFalse();
  }

  @Test
  void whatIsCutIsLeftOut() {
    assertThat(LexicalPass.actions("UPDATE t SET a = ? , b", true).tables())
        .isEqualTo(List.of(new TableAction(Optional.empty(), "t", RowAction.UPDATE, Set.of("a"))));
    assertThat(LexicalPass.actions("CALL s . clo", true).calls()).isEmpty();
  }

  private static String tables(LexicalActions actions) {
    String found =
        actions.tables().stream()
            .map(
                table ->
                    table.schema().map(schema -> schema + ".").orElse("")
                        + table.table()
                        + mark(table))
            .collect(Collectors.joining(" "));
    return found.isEmpty() ? "-" : found;
  }

  private static String mark(TableAction table) {
    return switch (table.action()) {
      case READ -> "";
      case INSERT -> "+";
      case UPDATE -> "~" + table.columns().stream().sorted().collect(Collectors.joining(","));
      case DELETE -> "-";
      case DEFINE -> "!";
    };
  }
}
