package dev.watershed.sql.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalPassTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELECT ?                                                          | SELECT | -
          SELECT a FROM t                                                   | SELECT | t
          select a from t where b = ?                                       | SELECT | t
          SELECT `a` FROM `t` WHERE `x` = ?                                 | SELECT | t
          SELECT `a` FROM `s` . `t`                                         | SELECT | s.t
          SELECT a FROM s.t, u                                              | SELECT | s.t u
          SELECT a FROM`t`,`u`WHERE`a`=?                                    | SELECT | t u
          SELECT * FROM t AS a , u b , v                                    | SELECT | t u v
          SELECT * FROM t a JOIN u AS b ON a . id = b . id                  | SELECT | t u
          SELECT * FROM t LEFT OUTER JOIN u USING ( id , k ) , v            | SELECT | t u v
          SELECT * FROM t NATURAL JOIN u CROSS JOIN v STRAIGHT_JOIN w       | SELECT | t u v w
          SELECT STRAIGHT_JOIN a , b FROM t                                 | SELECT | t
          SELECT * FROM ( t , u ) LEFT JOIN ( v JOIN w ON v.a = w.a ) ON x  | SELECT | t u v w
          SELECT * FROM ( ( ( t ) ) ) , ( ( u JOIN v ) )                    | SELECT | t u v
          SELECT * FROM t JOIN t b JOIN T                                   | SELECT | t T
          SELECT * FROM { OJ t LEFT OUTER JOIN u ON t.a = u.a }             | SELECT | t u
          SELECT * FROM t PARTITION ( p0 , p1 ) AS a , u PARTITION ( p2 )   | SELECT | t u
          SELECT * FROM t USE INDEX ( i , j ) , u                           | SELECT | t u
          SELECT * FROM t USE INDEX ( i ) , IGNORE INDEX ( j ) , u          | SELECT | t u
          SELECT * FROM t FORCE INDEX FOR ORDER BY ( i ) JOIN u             | SELECT | t u
          SELECT * FROM t USE KEY FOR JOIN ( i ) IGNORE KEY FOR GROUP BY ( j ) , u | SELECT | t u
          SELECT * FROM t WHERE a IN ( SELECT b FROM u WHERE c IN ( SELECT d FROM v ) ) | SELECT | t u v
          SELECT * FROM t WHERE EXISTS ( SELECT ? FROM u WHERE u.a = t.a )  | SELECT | t u
          SELECT ( SELECT MAX ( a ) FROM u ) FROM t                         | SELECT | u t
          SELECT * FROM ( SELECT a FROM t ) AS x JOIN ( SELECT b FROM u ) y | SELECT | t u
          SELECT * FROM ( ( SELECT a FROM t ) UNION ( SELECT b FROM u ) ) x | SELECT | t u
          SELECT * FROM t , LATERAL ( SELECT * FROM u WHERE u.a = t.a ) AS x | SELECT | t u
          SELECT a FROM t UNION ALL SELECT b FROM u EXCEPT SELECT c FROM v  | SELECT | t u v
          ( SELECT a FROM t ) UNION ( SELECT b FROM u ) ORDER BY a , b      | SELECT | t u
          ( ( SELECT a FROM t LIMIT ? ) )                                   | SELECT | t
          SELECT a FROM t UNION TABLE u                                     | SELECT | t u
          SELECT * FROM DUAL                                                | SELECT | -
          SELECT * FROM dual , t                                            | SELECT | t
          SELECT * FROM `dual`                                              | SELECT | dual
          SELECT EXTRACT ( YEAR FROM a ) FROM t                             | SELECT | t
          SELECT TRIM ( BOTH ? FROM a ) , TRIM ( TRAILING FROM b ) FROM t   | SELECT | t
          SELECT SUBSTRING ( a FROM ? FOR ? ) , SUBSTR ( b FROM ? ) FROM t  | SELECT | t
          SELECT POSITION ( ? IN a ) , CAST ( b AS CHAR ) FROM t            | SELECT | t
          SELECT TRIM ( FROM ( SELECT a FROM u ) ) FROM t                   | SELECT | u t
          SELECT a IS DISTINCT FROM b FROM t                                | SELECT | t
          SELECT a FROM t WHERE a IS NOT DISTINCTROW FROM b                 | SELECT | t
          SELECT a FROM t GROUP BY EXTRACT ( HOUR FROM b ) , c              | SELECT | t
          SELECT j . a FROM JSON_TABLE ( ? , ? COLUMNS ( a INT PATH ? ) ) AS j | SELECT | -
          SELECT * FROM t , JSON_TABLE ( t . doc , ? COLUMNS ( a INT PATH ? ) ) AS j , u | SELECT | t u
          SELECT * FROM JSON_TABLE ( ( SELECT doc FROM d ) , ? ) j JOIN t   | SELECT | d t
          VALUES ROW ( ?, ... ) , ROW ( ?, ... )                            | SELECT | -
          SELECT * FROM ( VALUES ROW (...) , ROW (...) ) AS v , t           | SELECT | t
          TABLE t ORDER BY a LIMIT ?                                        | SELECT | t
          SELECT * FROM t WHERE a = ( TABLE u )                             | SELECT | t u
          SELECT a , b INTO OUTFILE ? FIELDS TERMINATED BY ? FROM t         | SELECT | t
          SELECT a FROM t INTO OUTFILE ? LINES TERMINATED BY ?              | SELECT | t
          SELECT a , b FROM t INTO @x , @y                                  | SELECT | t
          SELECT a INTO v FROM t WHERE b = ?                                | SELECT | t
          SELECT a FROM t FOR UPDATE                                        | SELECT | t
          SELECT a FROM t x JOIN u y FOR UPDATE OF x , y SKIP LOCKED        | SELECT | t u
          SELECT a FROM t LOCK IN SHARE MODE                                | SELECT | t
          SELECT a FROM t ORDER BY b , c LIMIT ? OFFSET ?                   | SELECT | t
          SELECT a FROM t GROUP BY b , c WITH ROLLUP HAVING d , e           | SELECT | t
          SELECT SUM ( a ) OVER w FROM t WINDOW w AS ( ORDER BY b ) , x AS ( w ) | SELECT | t
          SELECT MATCH ( a ) AGAINST ( ? IN BOOLEAN MODE WITH QUERY EXPANSION ) FROM t | SELECT | t
          SELECT /*+ NO_MERGE(x) */ a FROM t                                | SELECT | t
          SELECT a FROM INFORMATION_SCHEMA . TABLES                         | SELECT | INFORMATION_SCHEMA.TABLES
          SELECT `from` . `select` FROM `order` `group` , `a``b`            | SELECT | order a`b
          SELECT a . from , a . `join` FROM t a WHERE a . table = ?         | SELECT | t
          SELECT * FROM orders_2024 , 2024_orders , `2024`                  | SELECT | orders_2024 2024_orders 2024
          SELECT * FROM 会員 m                                              | SELECT | 会員
          SELECT @@SESSION . `transaction_read_only`                        | SELECT | -
          SELECT @from , @`from x` FROM t                                   | SELECT | t
          SELECT * FROM HISTORY , STATUS s                                  | SELECT | HISTORY STATUS
          SELECT * FROM t FOR SYSTEM_TIME AS OF TIMESTAMP ? , u             | SELECT | t u
          SELECT * FROM t FOR SYSTEM_TIME FROM ? TO ? JOIN u                | SELECT | t u
          SELECT IF ( a , b , c ) , LEFT ( d , ? ) , INSERT ( a , ?, ... ) , REPLACE ( a , ?, ... ) FROM t | SELECT | t
          SELECT CASE WHEN a THEN b ELSE c END FROM t WHERE VALUES ( x ) = ? | SELECT | t
          """)
  void queries(String text, String kind, String tables) {
    LexicalCases.check(text, kind, tables);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          WITH c AS ( SELECT a FROM t ) SELECT * FROM c                     | SELECT | t
          WITH c ( x , y ) AS ( SELECT a FROM t ) SELECT * FROM c , u       | SELECT | t u
          WITH c AS ( SELECT a FROM t ) , d AS ( SELECT * FROM c JOIN u ) SELECT * FROM d , c | SELECT | t u
          WITH RECURSIVE c AS ( SELECT ? UNION ALL SELECT n + ? FROM c JOIN t ) SELECT * FROM c | SELECT | t
          # without RECURSIVE, the name inside its own body is the table that it hides
          WITH t AS ( SELECT * FROM t ) SELECT * FROM t                     | SELECT | t
          WITH t AS ( SELECT * FROM u ) SELECT * FROM t                     | SELECT | u
          WITH t AS ( SELECT * FROM u ) SELECT * FROM s . t                 | SELECT | u s.t
          WITH `C` AS ( SELECT * FROM u ) SELECT * FROM c                   | SELECT | u
          # nested, and out of sight again behind its parenthesis
          SELECT * FROM ( WITH c AS ( SELECT * FROM t ) SELECT * FROM c ) x JOIN c | SELECT | t c
          WITH c AS ( WITH d AS ( SELECT * FROM t ) SELECT * FROM d ) SELECT * FROM c , d | SELECT | t d
          WITH c AS ( SELECT * FROM t ) SELECT * FROM u WHERE a IN ( SELECT b FROM c ) | SELECT | t u
          WITH c AS ( SELECT * FROM t ) SELECT * FROM c UNION SELECT * FROM c | SELECT | t
          WITH c AS ( SELECT * FROM t ) UPDATE u JOIN c ON u.a = c.a SET u.b = c.b | UPDATE | t u!
          WITH c AS ( SELECT * FROM t ) DELETE u FROM u JOIN c ON u.a = c.a | DELETE | t u!
          WITH c AS ( SELECT * FROM t ) DELETE FROM u WHERE a IN ( SELECT a FROM c ) | DELETE | t u!
          WITH c AS ( VALUES ROW (...) ) TABLE c                            | SELECT | -
          INSERT INTO u WITH c AS ( SELECT * FROM t ) SELECT * FROM c       | INSERT | u! t
          INSERT INTO c WITH c AS ( SELECT * FROM t ) SELECT * FROM c       | INSERT | c! t
          CREATE VIEW v AS WITH c AS ( SELECT * FROM t ) SELECT * FROM c    | CREATE | v! t
          ( WITH c AS ( SELECT * FROM t ) SELECT * FROM c )                 | SELECT | t
          """)
  void commonTableExpressions(String text, String kind, String tables) {
    LexicalCases.check(text, kind, tables);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELECT `a` , `b` ...                                              | SELECT | -
          SELECT a FROM t WHERE b = ? AND ...                               | SELECT | t
          SELECT a FROM t WHERE b = ? AND c…                                | SELECT | t
          # the name may go on, or be a schema
          SELECT a FROM t JOIN us…                                          | SELECT | t
          SELECT a FROM t JOIN us...                                        | SELECT | t
          SELECT a FROM t JOIN `us                                          | SELECT | t
          SELECT a FROM t JOIN `us` ...                                     | SELECT | t
          SELECT a FROM t JOIN `us` . ...                                   | SELECT | t
          SELECT a FROM t JOIN s .                                          | SELECT | t
          SELECT a FROM t JOIN ( SELECT b FROM u WHERE ...                  | SELECT | t u
          SELECT a FROM t , …                                               | SELECT | t
          SELECT * FROM t LIMIT ?, ...                                      | SELECT | t
          INSERT INTO t ( a , b , ...                                       | INSERT | t!
          INSERT INTO ...                                                   | INSERT | -
          UPDATE t JOIN u ON t.a = ...                                      | UPDATE | t! u
          # whose alias is written cannot be known
          DELETE a , b ...                                                  | DELETE | -
          DELETE a FROM t x JOIN ...                                        | DELETE | t
          WITH c AS ( SELECT a FROM t WHERE ...                             | OTHER | t
          SELECT a FROM ( WITH RECURSIVE c ...                              | SELECT | -
          CREATE TABLE ...                                                  | CREATE | -
          SEL…                                                              | OTHER | -
          """)
  void truncatedTexts(String text, String kind, String tables) {
    LexicalCases.check(text, kind, tables);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ";",
        ";;;",
        "(",
        ")",
        "))) SELECT",
        "FROM",
        "FROM t",
        "SELECT FROM",
        "SELECT FROM ,",
        "SELECT FROM WHERE a",
        "DELETE",
        "UPDATE",
        "UPDATE SET",
        "INSERT",
        "WITH",
        "WITH a",
        "WITH a AS",
        "WITH RECURSIVE",
        "WITH a AS (",
        "EXPLAIN",
        "EXPLAIN EXPLAIN",
        "SHOW",
        "SHOW COLUMNS FROM",
        "SHOW INDEX FROM t FROM",
        "LOAD DATA INTO",
        "LOCK TABLES",
        "RENAME TABLE",
        "CREATE",
        "ALTER TABLE",
        "CREATE TRIGGER ON",
        "BEGIN BEGIN BEGIN",
        "a : b : c :",
        ". . .",
        "`",
        "``",
        "'",
        "\"",
        "@",
        "@@",
        "@`",
        "/*",
        "/*!",
        "*/",
        "/*! SELECT",
        "--",
        "#",
        "\u2026",
        "...",
        "\0",
        "\ud83d",
        "SET STATEMENT",
        "SET STATEMENT FOR",
        "DELETE FROM USING",
        "DELETE FROM a, USING",
        "{",
        "SELECT * FROM {",
        "SELECT * FROM t USE INDEX FOR",
        "ANALYZE",
        "DECLARE CONTINUE HANDLER",
        "TABLE",
        "VALUES"
      })
  void damagedTextsHaveAnAnswerWithoutTables(String text) {
    assertThat(LexicalPass.of(text).tables())
        .filteredOn(table -> !table.table().equals("t"))
        .isEmpty();
  }

  /** For statements that were never made canonical: comments, literals, executable comments. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /* from x */ SELECT a /* from y */ FROM t -- from z              | SELECT | t
          SELECT 'a from x', "b\\" from y" FROM t WHERE a = 'it''s from z' | SELECT | t
          SELECT /*!40001 SQL_NO_CACHE */ * FROM /*!80000 t, */ u          | SELECT | t u
          SELECT 1.5, 1e5, 0x41 FROM t1.t2 WHERE a=1                       | SELECT | t1.t2
          SELECT a--1 FROM t                                               | SELECT | t
          """)
  void ordinaryStatements(String text, String kind, String tables) {
    LexicalCases.check(text, kind, tables);
  }

  /** A pass that grew with the square of the length would take many minutes, on any machine. */
  @Tag("long")
  @Test
  void timeGrowsWithTheLength() {
    int times = 500_000;
    String[] texts = {
      "SELECT * FROM " + "( ".repeat(times),
      "SELECT * FROM " + "( SELECT * FROM ".repeat(times),
      "WITH a AS ( ".repeat(times),
      "WITH RECURSIVE " + "a AS ( SELECT a ) , ".repeat(times) + "b",
      "DELETE " + "a , ".repeat(times) + "a FROM " + "a , ".repeat(times),
      "UPDATE " + "t , ".repeat(times) + " t SET " + "t . a = ? , ".repeat(times),
      "a...".repeat(times),
      "`a`...".repeat(times),
      "SELECT a; ".repeat(times),
      "x : ".repeat(times),
      "SET STATEMENT a = ? FOR ".repeat(times),
      "EXPLAIN ".repeat(times),
      "BEGIN ".repeat(times),
      "/*! ".repeat(times),
      "SELECT * FROM " + "a.".repeat(times),
    };
    for (String text : texts) {
      assertThatCode(
              () ->
                  Assertions.assertTimeoutPreemptively(
                      Duration.ofMinutes(1), () -> LexicalPass.of(text)))
          .doesNotThrowAnyException();
    }
  }
}
