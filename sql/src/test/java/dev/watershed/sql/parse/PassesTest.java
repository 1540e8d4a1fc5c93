package dev.watershed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each pass makes of a text: with the form it is for, and with one that it leaves alone. */
class PassesTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      textBlock =
          """
          # literals
          SELECT ?, ... FROM t WHERE a IN (...)     => SELECT ? , ? FROM `t` WHERE `a` IN ( `many literals` ( ) )
          SELECT a FROM t WHERE (b, c) = (...)      => SELECT `a` FROM `t` WHERE ( `b` , `c` ) = ( ? , ? )
          SELECT @? := @? + ?, @@GLOBAL.x           => SELECT ? + ? , ?
          SELECT a AS ?, b ?, c d FROM t            => SELECT `a` AS `~3f` , `b` , `c` `d` FROM `t`
          SELECT _charset ?, _a, DATE ?, DATE       => SELECT ? , `_a` , `temporal literal`() , `DATE`
          SELECT 'a', '%b', 7, 1.5, 0x1F, x'1f'     => SELECT 'x' , '%' , 7 , 0.5 , `binary literal`() , `binary literal`()
          SELECT * FROM { OJ t JOIN u ON ? }        => SELECT * FROM `t` JOIN `u` ON ?
          # what stands before the list
          SELECT SQL_NO_CACHE DISTINCTROW a FROM t  => SELECT DISTINCT `a` FROM `t`
          SELECT STRAIGHT_JOIN a FROM t             => SELECT `a` FROM `t`
          SELECT COUNT(DISTINCTROW a) FROM t        => SELECT `COUNT` ( DISTINCT `a` ) FROM `t`
          # what stands behind a table
          SELECT a FROM t PARTITION (p, q) x        => SELECT `a` FROM `t` `x`
          SELECT a FROM t USE INDEX (i), IGNORE KEY FOR JOIN (j), u => SELECT `a` FROM `t` , `u`
          SELECT a FROM t FOR SYSTEM_TIME AS OF ? WHERE b => SELECT `a` FROM `t` WHERE `b`
          SELECT a FROM t FOR SYSTEM_TIME AS OF TIMESTAMP ? JOIN u => SELECT `a` FROM `t` JOIN `u`
          SELECT a FROM t FOR SYSTEM_TIME BETWEEN ? AND f(?, ?) x => SELECT `a` FROM `t` `x`
          SELECT a FROM t FOR SYSTEM_TIME FROM ? TO ?, u => SELECT `a` FROM `t` , `u`
          SELECT a FROM t FOR SYSTEM_TIME ALL WHERE b => SELECT `a` FROM `t` WHERE `b`
          SELECT SUM(a) OVER (PARTITION BY b) FROM t => SELECT `SUM` ( `a` ) OVER ( PARTITION BY `b` ) FROM `t`
          # locks and INTO
          SELECT a FROM t LOCK IN SHARE MODE        => SELECT `a` FROM `t` FOR UPDATE
          SELECT a FROM t FOR SHARE OF t, u NOWAIT  => SELECT `a` FROM `t` FOR UPDATE
          SELECT a FROM t FOR UPDATE OF t FOR SHARE OF u SKIP LOCKED => SELECT `a` FROM `t` FOR UPDATE
          SELECT a INTO @?, @? FROM t               => SELECT `a` FROM `t`
          SELECT a FROM t INTO OUTFILE ?            => SELECT `a` FROM `t`
          # GROUP BY
          SELECT a FROM t GROUP BY a DESC WITH ROLLUP ORDER BY b DESC => SELECT `a` FROM `t` GROUP BY `a` ORDER BY `b` DESC
          # windows
          SELECT MAX(a) OVER (ORDER BY b ROWS BETWEEN ? PRECEDING AND CURRENT ROW) => SELECT `MAX` ( `a` ) OVER ( ORDER BY `b` )
          SELECT LAG(a) IGNORE NULLS OVER (w), ranges FROM t => SELECT `LAG` ( `a` ) OVER ( ) , `ranges` FROM `t`
          SELECT MAX(a) OVER (ORDER BY `rows`, t.range) FROM t => SELECT `MAX` ( `a` ) OVER ( ORDER BY `rows` , `t`.`range` ) FROM `t`
          # calls
          SELECT CAST(a AS CHAR(?)), CONVERT(b USING utf8), CONVERT(c, DATE) => SELECT `CAST` ( `a` ) , `CONVERT` ( `b` ) , `CONVERT` ( `c` )
          SELECT TRIM(LEADING ? FROM a), TRIM(b), TRIM(BOTH FROM c) => SELECT `TRIM` ( ? , `a` ) , `TRIM` ( `b` ) , `TRIM` ( `c` )
          SELECT EXTRACT(YEAR FROM a), POSITION(b IN c), SUBSTRING(d FROM ? FOR ?) => SELECT `EXTRACT` ( `a` ) , `POSITION` ( `b` , `c` ) , `SUBSTRING` ( `d` , ? , ? )
          SELECT GROUP_CONCAT(DISTINCT a, b ORDER BY c DESC SEPARATOR ?) => SELECT `GROUP_CONCAT` ( DISTINCT `a` , `b` , `c` )
          SELECT TIMESTAMPDIFF(DAY, a, b)           => SELECT `TIMESTAMPDIFF` ( `a` , `b` )
          SELECT JSON_VALUE(a, ? RETURNING SIGNED), MATCH (a, b) AGAINST (? IN BOOLEAN MODE) => SELECT `JSON_VALUE` ( `a` , ? ) , `MATCH` ( `a` , `b` )
          SELECT * FROM JSON_TABLE(t.a, ? COLUMNS (b INT PATH ?)) j => SELECT * FROM `JSON_TABLE` ( `t`.`a` ) `j`
          SELECT LEFT(a, ?), IF(b, c, d), MOD(e, ?), VALUES => SELECT `LEFT` ( `a` , ? ) , `IF` ( `b` , `c` , `d` ) , `MOD` ( `e` , ? ) , VALUES
          # intervals
          SELECT a + INTERVAL ? DAY, INTERVAL (a, b), INTERVAL (a + ?) HOUR => SELECT `a` + `INTERVAL` ( ? ) , `INTERVAL` ( `a` , `b` ) , `INTERVAL` ( `a` + ? )
          # operators
          SELECT t.a -> ?, b ->> ? + c FROM t       => SELECT `->` ( `t`.`a` , ? ) , `->>` ( `b` , ? ) + `c` FROM `t`
          SELECT BINARY a = ?, CAST(b AS BINARY)    => SELECT `BINARY` ( `a` ) = ? , `CAST` ( `b` )
          SELECT ! a, ! f(b) && c, d != ?           => SELECT ( NOT `a` ) , ( NOT `f` ( `b` ) ) AND `c` , `d` <> ?
          SELECT ? MEMBER OF (a), b SOUNDS LIKE c   => SELECT ? REGEXP `MEMBER OF` ( `a` ) , `b` REGEXP `c`
          SELECT a LIKE ? ESCAPE ?, b RLIKE c, d MOD ?, d DIV ? => SELECT `a` LIKE ? , `b` REGEXP `c` , `d` % ? , `d` DIV ?
          # words
          SELECT CURRENT_DATE, CURRENT_TIMESTAMP(?), DEFAULT, DEFAULT(a) => SELECT `CURRENT_DATE` ( ) , `CURRENT_TIMESTAMP` ( ? ) , ? , `DEFAULT` ( `a` )
          SELECT COUNT(DISTINCTROW CURRENT_DATE) FROM t => SELECT `COUNT` ( DISTINCT `CURRENT_DATE` ( ) ) FROM `t`
          SELECT ROW(a, b) = ROW(c, d), e IS NOT UNKNOWN FROM t => SELECT ( `a` , `b` ) = ( `c` , `d` ) , `e` IS NOT NULL FROM `t`
          SELECT * FROM (TABLE t) x                 => SELECT * FROM ( SELECT * FROM `t` ) `x`
          SELECT CASE WHEN a THEN b END, t.end, end FROM t LIMIT ? OFFSET ? => SELECT CASE WHEN `a` THEN `b` END , `t`.`end` , `end` FROM `t` LIMIT ? OFFSET ?
          SELECT status, `we``i.d`, value, offset FROM t => SELECT `status` , `~776560692e64` , `value` , `offset` FROM `t`
          SELECT a COLLATE utf8mb4_bin, b = ANY (SELECT ?), any FROM t => SELECT `a` COLLATE utf8mb4_bin , `b` = ANY ( SELECT ? ) , `any` FROM `t`
          # parentheses
          SELECT ((a)), ((b) + (c)), f((d))         => SELECT ( `a` ) , ( ( `b` ) + ( `c` ) ) , `f` ( `d` )
          """)
  void rewrites(String text, String expected) {
    assertThat(rewritten(text)).isEqualTo(expected);
  }

  @Test
  void keepsHintsApart() {
    Passes passes = new Passes();
    passes.apply(
        SqlLexer.tokens(
            "SELECT /*+ NO_ICP (t) */ a /* word */ FROM t FORCE INDEX FOR JOIN (i, j)"));
    assertThat(passes.hints()).containsExactly("NO_ICP (t)", "FORCE INDEX FOR JOIN (i, j)");
  }

  private static String rewritten(String text) {
    return QueryText.of(new Passes().apply(SqlLexer.tokens(text))).strip();
  }
}
