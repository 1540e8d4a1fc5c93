package dev.watershed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.sf.jsqlparser.statement.select.Select;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimpleElementsTest {

  private static List<SqlToken> query(String text) {
    return FrameReader.read(new Passes().apply(SqlLexer.tokens(text))).query();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      textBlock =
          """
          SELECT a, t.b AS c, s.t.d e, ? f, ? FROM t WHERE g => SELECT ? FROM `t` WHERE `g`
          SELECT DISTINCT a, COUNT(b, c) n, d FROM t         => SELECT DISTINCT ? , `COUNT` ( `b` , `c` ) `n` , ? FROM `t`
          SELECT a, *, t.*, b + ?, (SELECT c, d) x FROM t    => SELECT ? , * , `t`.* , `b` + ? , ( SELECT `c` , `d` ) `x` FROM `t`
          SELECT ?, ?                                        => SELECT ?
          WITH x AS (SELECT a, b FROM t) SELECT c, d FROM x  => WITH `x` AS ( SELECT `a` , `b` FROM `t` ) SELECT ? FROM `x`
          INSERT INTO t SELECT a, b FROM u                   => SELECT ? FROM `u`
          UPDATE t SET a = b, c = d + ? WHERE e              => SELECT ? , `d` + ? FROM `t` WHERE `e`
          SELECT a, CASE WHEN b THEN c END d, e FROM t       => SELECT ? , CASE WHEN `b` THEN `c` END `d` , ? FROM `t`
          """)
  void theParserGetsTheRest(String text, String rest) {
    assertThat(SimpleElements.of(query(text)).map(found -> QueryText.of(found.rest()).strip()))
        .contains(rest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      textBlock =
          """
          SELECT * FROM t                      => nothing simple
          SELECT a, b UNION SELECT c, d        => united
          SELECT a, b FROM t UNION SELECT c, d => united
          (SELECT a, b FROM t)                 => in parentheses
          SELECT a ORDER BY b, c               => commas of another clause
          SELECT ? LIMIT ?, ?                  => commas of another clause
          SELECT a, , b FROM t                 => an empty element
          SELECT FROM t                        => no element
          VALUES ROW(?, ?)                     => no list
          SELECT a b c, d.e.f.g, END FROM t    => no simple names
          """)
  void whereThereAreNoneTheParserGetsAll(String text, String reason) {
    assertThat(SimpleElements.of(query(text))).as(reason).isEmpty();
  }

  /** Any list of elements in any query: the tree is that of the library alone. */
  @Tag("long")
  @Test
  void theTreeIsThatOfTheWhole() {
    String[] elements = {
      "a",
      "`a b`",
      "t.b",
      "s.t.c",
      "r.s.t.d",
      "? x",
      "?",
      "a AS b",
      "t.a b",
      "`x` `y`",
      "COUNT(*)",
      "f(a, b) AS g",
      "*",
      "t.*",
      "a + b",
      "(SELECT a, b FROM u)",
      "CASE a WHEN b THEN c END",
      "NULL",
      "TRUE t",
      "END",
      "`end` END",
      "offset",
      "a AS",
      "a.",
      "AS a",
      "any",
      "a b c",
      "@v",
      "@v AS w",
      "`\u5e97`.`\u540d` AS `\u00fc`",
      "a AS ?",
      "EXISTS (SELECT a)",
      "`true`",
      "date",
      "-a",
      "(a)",
      "(a, b)"
    };
    String[] tails = {
      "", "FROM t", "FROM t, u WHERE a IN (SELECT b, c FROM v)", "FROM t ORDER BY a, b LIMIT ?, ?",
      "FROM t GROUP BY a, b HAVING c", "WHERE a", "ORDER BY a, b", "LIMIT ?, ?",
      "FROM t UNION SELECT a, b FROM u", "FROM t WINDOW w AS (ORDER BY a, b)", "FROM t FOR UPDATE",
          "FROM",
      "FROM t JOIN u USING (a, b)", "FROM t WHERE"
    };
    String[] heads = {
      "SELECT",
      "SELECT DISTINCT",
      "WITH c AS (SELECT a, b) SELECT",
      "INSERT INTO t SELECT",
      "SELECT a, b FROM v UNION SELECT",
      "SELECT a, DISTINCT",
      "SELECT SQL_NO_CACHE"
    };
    Random random = new Random(5);
    int simple = 0;
    for (int run = 0; run < 6_000; run++) {
      List<String> list = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        list.add(elements[random.nextInt(random.nextBoolean() ? 10 : elements.length)]);
      }
      String text =
          heads[random.nextInt(heads.length)]
              + " "
              + String.join(", ", list)
              + " "
              + tails[random.nextInt(tails.length)];
      List<SqlToken> query = query(text);
      assertThat(tree(query, true)).as(text).isEqualTo(tree(query, false));
      simple += SimpleElements.of(query).isPresent() ? 1 : 0;
    }
    assertThat(simple).isGreaterThan(1_000);
  }

  private static String tree(List<SqlToken> query, boolean whole) {
    try {
      Select tree = whole ? QueryParser.parseWhole(query) : QueryParser.parse(query);
      return tree.toString();
    } catch (RejectedException e) {
      return Optional.of(e.issue()).toString();
    }
  }
}
