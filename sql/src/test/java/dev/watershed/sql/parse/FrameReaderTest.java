package dev.watershed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How statements are taken apart: form, names, columns inserted, columns updated, query. */
class FrameReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      textBlock =
          """
          SELECT a FROM t;                       => QUERY | | | | SELECT `a` FROM `t`
          WITH c AS (SELECT ?) SELECT * FROM c   => QUERY | | | | WITH `c` AS ( SELECT ? ) SELECT * FROM `c`
          SET STATEMENT x = ? FOR SELECT a       => QUERY | | | | SELECT `a`
          INSERT INTO s.t (a, b) VALUES (...), (?, c) => INSERT_VALUES | s.t | a b | | SELECT ? , ? , ? , `c`
          INSERT IGNORE t VALUE (?) AS n (x) ON DUPLICATE KEY UPDATE a = n.x, t.b = f(?, c) => INSERT_VALUES | t | | a b | SELECT ?
          INSERT INTO t () VALUES ()             => INSERT_VALUES | t | | | SELECT ?
          INSERT INTO t SET a = f(?, b), c = ?   => INSERT_VALUES | t | a c | | SELECT `f` ( ? , `b` ) , ?
          INSERT INTO t (a) SELECT b FROM u JOIN v ON ? ON DUPLICATE KEY UPDATE a = ? => INSERT_QUERY | t | a | a | SELECT `b` FROM `u` JOIN `v` ON ?
          INSERT INTO t (SELECT a FROM u)        => INSERT_QUERY | t | | | ( SELECT `a` FROM `u` )
          INSERT INTO t WITH c AS (SELECT ?) SELECT * FROM c => INSERT_QUERY | t | | | WITH `c` AS ( SELECT ? ) SELECT * FROM `c`
          REPLACE INTO t (a) VALUES (?) RETURNING a => INSERT_VALUES | t | a | | SELECT ?
          UPDATE LOW_PRIORITY t SET a = b + ?, c = (SELECT ?) WHERE d ORDER BY e LIMIT ? => UPDATE | | | | SELECT `a` , `b` + ? , `c` , ( SELECT ? ) FROM `t` WHERE `d` ORDER BY `e` LIMIT ?
          UPDATE t x, u SET x.a = u.b            => UPDATE | | | | SELECT `x`.`a` , `u`.`b` FROM `t` `x` , `u`
          WITH c AS (SELECT ?) UPDATE t SET a = ? => UPDATE | | | | WITH `c` AS ( SELECT ? ) SELECT `a` , ? FROM `t`
          DELETE QUICK FROM t WHERE a LIMIT ?    => DELETE | | | | SELECT ? FROM `t` WHERE `a` LIMIT ?
          DELETE FROM t WHERE a RETURNING b, c   => DELETE | | | | SELECT `b` , `c` FROM `t` WHERE `a`
          DELETE x, s.u.* FROM t x JOIN u USING (a) => DELETE | x s.u | | | SELECT ? FROM `t` `x` JOIN `u` USING ( `a` )
          DELETE FROM x, y USING t x JOIN y ON ? WHERE z => DELETE | x y | | | SELECT ? FROM `t` `x` JOIN `y` ON ? WHERE `z`
          """)
  void takesApart(String text, String expected) {
    StatementFrame frame = FrameReader.read(new Passes().apply(SqlLexer.tokens(text)));
    String parts =
        String.join(
            " | ",
            frame.form().name(),
            frame.names().stream().map(FrameReaderTest::text).collect(Collectors.joining(" ")),
            String.join(" ", frame.columns()),
            String.join(" ", frame.updated()),
            QueryText.of(frame.query()).strip());
    assertThat(parts.replaceAll(" +", " ")).isEqualTo(expected);
  }

  /** A subquery behind ON DUPLICATE KEY UPDATE reads tables; other values do not. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      textBlock =
          """
          INSERT INTO t (a) VALUES (?) ON DUPLICATE KEY UPDATE a = (SELECT b FROM u WHERE c = VALUES(a)), d = ? => SELECT ( SELECT `b` FROM `u` WHERE `c` = `VALUES` ( `a` ) ) , ?
          INSERT INTO t (a) VALUES (?) ON DUPLICATE KEY UPDATE a = VALUES(a) => ~~
          INSERT INTO t (a) VALUES ((SELECT ?)) => ~~
          """)
  void whatUpdatesReadIsAQueryOfItsOwn(String text, String expected) {
    StatementFrame frame = FrameReader.read(new Passes().apply(SqlLexer.tokens(text)));
    assertThat(QueryText.of(frame.updates()).strip().replaceAll(" +", " ")).isEqualTo(expected);
  }

  private static String text(WrittenName name) {
    return name.qualifier().map(schema -> schema + ".").orElse("") + name.name();
  }
}
