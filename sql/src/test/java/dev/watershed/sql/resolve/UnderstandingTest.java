package dev.watershed.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements and what they do, in the short form of {@link FactsText}. */
class UnderstandingTest {

  /** A statement that begins so is read with its literals, others by their fingerprint. */
  private static final String RAW = "RAW ";

  private static final String SCHEMA =
      """
      CREATE TABLE members (id BIGINT PRIMARY KEY, email VARCHAR(200) COLLATE utf8mb4_bin, name VARCHAR(80), code VARCHAR(20) CHARACTER SET utf8mb3, joined DATETIME, status TINYINT, secret INT INVISIBLE);
      CREATE TABLE orders (id BIGINT PRIMARY KEY, member_id BIGINT, member_code VARCHAR(20), phone VARCHAR(20), placed DATE, day DATE, total DECIMAL(10,2), note TEXT, raw VARBINARY(20), latin VARCHAR(9) CHARACTER SET latin1);
      CREATE TABLE items (order_id BIGINT, line INT, sku VARCHAR(20), PRIMARY KEY (order_id, line));
      CREATE TABLE other.orders (x INT);
      CREATE TABLE other.only_here (x INT);
      CREATE VIEW open_orders AS SELECT o.id, o.member_id, m.email FROM orders o JOIN members m ON m.id = o.member_id WHERE o.total > 0;
      CREATE VIEW recent (oid, who) AS SELECT id, member_id FROM open_orders WHERE id > 100;
      CREATE VIEW cheap AS SELECT id, total FROM orders WHERE total < 10;
      CREATE VIEW broken AS SELECT a b c d FROM orders;
      """;

  private static final SchemaView CATALOG = ScriptSchemas.of(SCHEMA, "app");

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -->",
      quoteCharacter = '~',
      textBlock =
          """
          # predicates
          SELECT a FROM t WHERE b = 1 --> #0 from t where t.b EQUAL ? select t.a
          SELECT a FROM t WHERE 1 < b AND c <=> 2 AND d != 3 AND e <= 4 --> #0 from t where t.b GREATER ? and t.c NULL_SAFE_EQUAL ? and t.d NOT_EQUAL ? and t.e LESS ? select t.a
          SELECT a FROM t WHERE b IN (1, 2) AND c NOT IN (3) AND d IN (4, e) --> #0 from t where t.b IN ? and t.c NOT_IN ? and (t.d EQUAL ? or t.d EQUAL t.e) select t.a
          SELECT a FROM t WHERE b BETWEEN 1 AND 2 AND c NOT BETWEEN 1 AND 2 AND 5 BETWEEN d AND e AND f BETWEEN g AND 3 --> #0 from t where t.b BETWEEN ? and t.c NOT_BETWEEN ? and t.d LESS ? and t.e GREATER ? and t.f GREATER t.g and t.f LESS ? select t.a
          SELECT a FROM t WHERE b LIKE 'x%' AND c NOT LIKE 'y' AND d LIKE CONCAT('%', 'z') AND e REGEXP 'f' --> #0 from t where t.b LIKE ? and t.c NOT_LIKE ? and t.d LIKE ? and t.e REGEXP ? select t.a
          SELECT a FROM t WHERE b IS NULL AND c IS NOT NULL AND d IS UNKNOWN AND e IS TRUE --> #0 from t where t.b IS_NULL ? and t.c IS_NOT_NULL ? and t.d IS_NULL ? and opaque(t.e) select t.a
          SELECT a FROM t WHERE b AND NOT c AND d + 1 AND TRUE --> #0 from t where t.b NOT_EQUAL ?:NUMBER and t.c EQUAL ?:NUMBER and opaque(t.d) and opaque() select t.a
          SELECT a FROM t WHERE b = c AND d > e + 1 AND f + 1 = g AND h = i + j --> #0 from t where t.b EQUAL t.c and t.d GREATER ARITHMETIC[e + ? of t.e] and t.g EQUAL ARITHMETIC[f + ? of t.f] and t.h EQUAL {t.i t.j} select t.a
          RAW SELECT a FROM t WHERE b = 5 AND c = 'x' AND d IN (1, 2, 3) AND e LIKE '%a' AND f LIKE 'b%' AND g = DATE '2020-01-01' AND h = x'00' --> #0 from t where t.b EQUAL ?:NUMBER and t.c EQUAL ?:TEXT and t.d IN ?*3:NUMBER and t.e LIKE ?:TEXT:WILDCARD and t.f LIKE ?:TEXT:LITERAL and t.g EQUAL ?:TEMPORAL and t.h EQUAL ?:BINARY select t.a
          RAW SELECT a FROM t WHERE b LIKE '\\_%' AND c LIKE '\\%_' AND d LIKE '\\n%' AND e LIKE '_\\%' AND f LIKE '\\\\%x' AND g LIKE '\\'%' --> #0 from t where t.b LIKE ?:TEXT:LITERAL and t.c LIKE ?:TEXT:LITERAL and t.d LIKE ?:TEXT:LITERAL and t.e LIKE ?:TEXT:WILDCARD and t.f LIKE ?:TEXT:LITERAL and t.g LIKE ?:TEXT:LITERAL select t.a
          # AND, OR, NOT
          SELECT a FROM t WHERE b = 1 OR c = 2 OR d = 3 AND e = 4 --> #0 from t where (t.b EQUAL ? or t.c EQUAL ? or t.d EQUAL ? and t.e EQUAL ?) select t.a
          SELECT a FROM t WHERE (b = 1 OR c = 2) AND (d = 3 OR (e = 4 AND f = 5)) --> #0 from t where (t.b EQUAL ? or t.c EQUAL ?) and (t.d EQUAL ? or t.e EQUAL ? and t.f EQUAL ?) select t.a
          SELECT a FROM t WHERE NOT (b = 1 OR c > 2) AND NOT (d = 3 AND e LIKE 'x' AND NOT f = 6) --> #0 from t where t.b NOT_EQUAL ? and t.c LESS ? and (t.d NOT_EQUAL ? or t.e NOT_LIKE ? or t.f EQUAL ?) select t.a
          SELECT a FROM t WHERE NOT (b IN (1, 2) OR c IS NULL OR d BETWEEN 1 AND 2 OR NOT (e <=> 5)) --> #0 from t where t.b NOT_IN ? and t.c IS_NOT_NULL ? and t.d NOT_BETWEEN ? and t.e NULL_SAFE_EQUAL ? select t.a
          SELECT a FROM t WHERE b = 1 || c = 2 --> #0 from t where (t.b EQUAL ? or t.c EQUAL ?) select t.a
          SELECT a FROM t WHERE (b XOR c) AND CASE WHEN d = 1 THEN e ELSE f END = 2 --> #0 from t where opaque(t.b t.c) and OTHER[CASE(WHENCLAUSE(d = ?, e), f) of t.d t.e t.f] EQUAL ? select t.a
          # wrapped columns
          SELECT a FROM t WHERE DATE(b) = 1 AND c + 1 > 2 AND CAST(d AS CHAR) = 'x' AND e COLLATE utf8mb4_bin = 'y' AND f->>'$.x' = 3 AND -g < 4 AND BINARY h = 'z' --> #0 from t where FUNCTION[DATE(b) of t.b] EQUAL ? and ARITHMETIC[c + ? of t.c] GREATER ? and CAST[CAST(d) of t.d] EQUAL ? and COLLATE[e COLLATE utf8mb4_bin of t.e] EQUAL ? and JSON[f ->> ? of t.f] EQUAL ? and ARITHMETIC[-g of t.g] LESS ? and CAST[BINARY(h) of t.h] EQUAL ? select t.a
          SELECT a FROM t WHERE DATE_ADD(b, INTERVAL c DAY) > NOW() - INTERVAL 3 DAY AND IF(d, e, 'x') = 'y' --> #0 from t where FUNCTION[DATE_ADD(b, INTERVAL(c)) of t.b t.c] GREATER ? and FUNCTION[IF(d, e, ?) of t.d t.e] EQUAL ? select t.a
          SELECT a * 2, COUNT(*) 'n' FROM t WHERE 3 * b > 4 AND c = d * 5 --> #0 aggregated from t where ARITHMETIC[? * b of t.b] GREATER ? and t.c EQUAL ARITHMETIC[d * ? of t.d] select t.a
          # rows
          SELECT a FROM t WHERE (b, c) = (1, 2) AND (d, e) IN ((1, 2), (3, 4)) AND (f, g) > (1, 2) AND (h, i) NOT IN ((1, 2)) --> #0 from t where t.b EQUAL ? and t.c EQUAL ? and t.d IN ? and t.e IN ? and opaque(t.f t.g) and opaque(t.h t.i) select t.a
          SELECT a FROM t WHERE (b, c) <> (d, e) AND ROW(f, g) = ROW(h, 1) --> #0 from t where (t.b NOT_EQUAL t.d or t.c NOT_EQUAL t.e) and t.f EQUAL t.h and t.g EQUAL ? select t.a
          # indexes of other kinds
          SELECT a FROM t WHERE MATCH (b, c) AGAINST ('x') AND MATCH (d) AGAINST ('y' IN BOOLEAN MODE) --> #0 from t where FUNCTION[MATCH(b, c) of t.b t.c] MATCH ? and t.d MATCH ? select t.a
          SELECT a FROM t WHERE JSON_CONTAINS(b, '1', '$.x') AND 5 MEMBER OF (c->'$.y') AND JSON_OVERLAPS(d, '[1]') --> #0 from t where t.b JSON_MEMBER ? and JSON[c -> ? of t.c] JSON_MEMBER ? and t.d JSON_MEMBER ? select t.a
          SELECT a FROM t WHERE ST_Contains(ST_GeomFromText('x'), b) AND MBRWithin(c, ST_GeomFromText('y')) AND ST_Distance(d, e) < 5 --> #0 from t where t.b SPATIAL ? and t.c SPATIAL ? and FUNCTION[ST_DISTANCE(d, e) of t.d t.e] LESS ? select t.a
          # subqueries
          SELECT a FROM t WHERE b IN (SELECT c FROM u WHERE d = 1) AND e NOT IN (SELECT f FROM v) --> #0 from t where t.b IN #1 and t.e NOT_IN #2 select t.a; #1<0 from u where u.d EQUAL ? select u.c; #2<0 from v select v.f
          SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.b = t.b) AND NOT EXISTS (SELECT 1 FROM v) --> #0 from t where exists(#1) and opaque(#2) select t.a; #1<0 from u where u.b EQUAL t.b; #2<0 from v
          SELECT a FROM t WHERE b = (SELECT MAX(c) FROM u) AND (SELECT COUNT(*) FROM v WHERE v.d = t.d) > 3 --> #0 from t where t.b EQUAL #1 and opaque(#2) select t.a; #1<0 aggregated from u select u.c; #2<0 aggregated from v where v.d EQUAL t.d
          SELECT a FROM t WHERE b = ANY (SELECT c FROM u) AND d <> ALL (SELECT c FROM u) AND e > SOME (SELECT c FROM u) --> #0 from t where t.b IN #1 and t.d NOT_IN #2 and opaque(t.e #3) select t.a; #1<0 from u select u.c; #2<0 from u select u.c; #3<0 from u select u.c
          SELECT a FROM t WHERE NOT (b <> ANY (SELECT c FROM u)) --> #0 from t where opaque(t.b #1) select t.a; #1<0 from u select u.c
          SELECT a FROM t WHERE NOT (b = ALL (SELECT c FROM u)) --> #0 from t where opaque(t.b #1) select t.a; #1<0 from u select u.c
          SELECT a FROM t WHERE NOT (b = ANY (SELECT c FROM u)) --> #0 from t where t.b NOT_IN #1 select t.a; #1<0 from u select u.c
          SELECT a FROM t WHERE NOT (b <> ALL (SELECT c FROM u)) --> #0 from t where t.b IN #1 select t.a; #1<0 from u select u.c
          SELECT a FROM t WHERE (b, c) IN (SELECT d, e FROM u) --> #0 from t where t.b IN #1 and t.c IN #1 select t.a; #1<0 from u select u.d u.e
          SELECT (SELECT MAX(b) FROM u WHERE u.c = t.c) AS m FROM t ORDER BY m --> #0 from t order {(SELECT …)}; #1<0 aggregated from u where u.c EQUAL t.c select u.b
          # joins
          SELECT x.a FROM t x JOIN u ON x.b = u.b LEFT JOIN v AS y ON y.c = u.c AND y.d = 1 WHERE y.e IS NULL --> #0 from t x, u on x.b EQUAL u.b, LEFT v y on y.c EQUAL u.c and y.d EQUAL ? where y.e IS_NULL ? select x.a
          SELECT t.a FROM t, u WHERE t.b = u.b --> #0 from t, u where t.b EQUAL u.b select t.a
          SELECT t.a FROM t RIGHT JOIN u USING (b, c) STRAIGHT_JOIN v CROSS JOIN w --> #0 from t, RIGHT u on t.b EQUAL u.b and t.c EQUAL u.c, STRAIGHT v, w select t.a
          SELECT t.a FROM (t JOIN u ON t.b = u.b) LEFT JOIN (v JOIN w ON v.c = w.c) ON t.d = v.d --> #0 from t, u on t.b EQUAL u.b, LEFT v on t.d EQUAL v.d, LEFT w on v.c EQUAL w.c select t.a
          SELECT t.a FROM t JOIN u JOIN v ON u.b = v.b ON t.c = u.c --> #0 from t, u, v on u.b EQUAL v.b and t.c EQUAL u.c select t.a
          SELECT s.t.a FROM s.t JOIN r.t x ON s.t.b = x.b --> #0 from t, t x on t.b EQUAL x.b select t.a
          SELECT a FROM t JOIN u ON t.b = u.b --> #0 from t, u on t.b EQUAL u.b; ambiguous-column a
          # blocks of rows
          SELECT x.a FROM (SELECT b AS a, c FROM t WHERE d = 1) x WHERE x.c > 2 --> #0 from S#1 x where x.c GREATER ? select x.a; #1<0 from t where t.d EQUAL ? select t.b t.c
          SELECT * FROM t, LATERAL (SELECT u.a FROM u WHERE u.b = t.b LIMIT 1) l --> #0 from t, S#1 l whole t l; #1<0 from u where u.b EQUAL t.b limit ? select u.a
          SELECT l.q FROM (SELECT a, b FROM t) AS l (p, q) --> #0 from S#1 l select l.q; #1<0 from t select t.a t.b
          WITH c AS (SELECT a, b FROM t), d AS (SELECT b FROM c) SELECT c.a FROM c JOIN d ON c.b = d.b --> #0 from t select t.a t.b; #1 from C#0 c select c.b; #2 from C#0 c, C#1 d on c.b EQUAL d.b select c.a
          WITH c (n) AS (SELECT a FROM t) SELECT n FROM c WHERE n > 1 --> #0 from t select t.a; #1 from C#0 c where c.n GREATER ? select c.n
          WITH RECURSIVE c AS (SELECT id, parent FROM t WHERE id = 1 UNION ALL SELECT t.id, t.parent FROM t JOIN c ON t.parent = c.id) SELECT id FROM c --> #0 from t where t.id EQUAL ? select t.id t.parent; #1 union 0 from t, computed c on t.parent EQUAL c.id select t.id t.parent; #2 from C#0 c select c.id
          WITH t AS (SELECT a FROM t) SELECT a FROM t --> #0 from t select t.a; #1 from C#0 t select t.a
          SELECT j.x FROM t, JSON_TABLE(t.doc, '$[*]' COLUMNS (x INT PATH '$.x')) AS j --> #0 from t, computed j select j.x t.doc
          VALUES ROW(1, 2), ROW(3, 4) --> #0
          TABLE t ORDER BY a LIMIT 2 --> #0 from t order t.a limit ? whole t
          SELECT 1 FROM DUAL --> #0 from computed DUAL
          # UNION
          (SELECT a FROM t WHERE b = 1) UNION ALL (SELECT c FROM u) ORDER BY a LIMIT 3 --> #0 from t where t.b EQUAL ? order t.a limit ? select t.a; #1 union 0 from u select u.c
          SELECT a FROM t UNION SELECT b FROM u EXCEPT SELECT c FROM v --> #0 from t select t.a; #1 union 0 from u select u.b; #2 union 0 from v select v.c
          (SELECT a FROM t ORDER BY b LIMIT 1) UNION (SELECT a FROM t ORDER BY b DESC LIMIT 1) --> #0 from t order t.b limit ? select t.a; #1 union 0 from t order t.b desc limit ? select t.a
          (SELECT a FROM t LIMIT 5) ORDER BY b LIMIT 9 --> #0 from t limit ? select t.a
          (SELECT a FROM t) ORDER BY b LIMIT 9 --> #0 from t order t.b limit ? select t.a
          # rows
          SELECT a FROM t WHERE (a, b) = (SELECT c, d FROM u) --> #0 from t where t.a IN #1 and t.b IN #1 select t.a; #1<0 from u select u.c u.d
          SELECT a FROM t WHERE (a, b) <> (SELECT c, d FROM u) --> #0 from t where opaque(t.a t.b #1) select t.a; #1<0 from u select u.c u.d
          SELECT a FROM t WHERE (a, b) = ((SELECT c FROM u), d) --> #0 from t where t.a EQUAL #1 and t.b EQUAL t.d select t.a; #1<0 from u select u.c
          SELECT a FROM t WHERE (a, b) = ((SELECT c FROM u), (SELECT d FROM v)) --> #0 from t where t.a EQUAL #1 and t.b EQUAL #2 select t.a; #1<0 from u select u.c; #2<0 from v select v.d
          SELECT a FROM t WHERE (a, b) <> (c, d) --> #0 from t where (t.a NOT_EQUAL t.c or t.b NOT_EQUAL t.d) select t.a
          SELECT a FROM t WHERE (a, b) < (c, d) --> #0 from t where opaque(t.a t.b t.c t.d) select t.a
          # orders and groups
          SELECT a FROM t GROUP BY a DESC, b ASC, c --> #0 aggregated from t group t.a, t.b, t.c select t.a
          SELECT SUBSTRING(a FROM b FOR c), TRIM(LEADING d FROM e), POSITION(f IN g) FROM t --> #0 from t select t.a t.b t.c t.d t.e t.f t.g
          SELECT DISTINCT a, b FROM t ORDER BY a DESC, 2, LOWER(c) LIMIT 5, 10 --> #0 distinct from t order t.a desc, t.b, {LOWER(c)} limit ? offset ? select t.a t.b
          SELECT t.id AS tid, u.id FROM t JOIN u ON t.b = u.b ORDER BY id, tid --> #0 from t, u on t.b EQUAL u.b order u.id, t.id select t.id u.id
          SELECT t.id AS tid, u.a FROM t JOIN u ON t.b = u.b ORDER BY id --> #0 from t, u on t.b EQUAL u.b order t.id select t.id u.a
          SELECT b, t.*, a FROM t ORDER BY 1, 2, 3 --> #0 from t order t.b, {2}, {3} select t.b t.a whole t
          SELECT DATE(a) AS d, COUNT(*) AS n, SUM(b) FROM t GROUP BY d, c HAVING n > 1 AND SUM(b) < 5 ORDER BY n DESC --> #0 aggregated from t group {DATE(a)}, t.c having opaque() and FUNCTION[SUM(b) of t.b] LESS ? order {COUNT(*)} desc select t.a t.b
          SELECT a, ROW_NUMBER() OVER (PARTITION BY b ORDER BY c DESC) AS r, SUM(d) OVER w FROM t WINDOW w AS (ORDER BY e) --> #0 windowed from t select t.a t.b t.c t.d t.e
          SELECT GROUP_CONCAT(DISTINCT a ORDER BY b DESC SEPARATOR ','), COUNT(DISTINCT c, d) FROM t GROUP BY e WITH ROLLUP --> #0 aggregated from t group t.e select t.a t.b t.c t.d
          SELECT t.*, u.a FROM t JOIN u ON t.b = u.b --> #0 from t, u on t.b EQUAL u.b select u.a whole t
          SELECT a FROM t WHERE b = 1 FOR UPDATE SKIP LOCKED --> #0 locking from t where t.b EQUAL ? select t.a
          # writes
          INSERT INTO t (a, b) VALUES (1, 2), (3, 4) --> #0; INSERT t a b
          INSERT INTO t VALUES (1, (SELECT MAX(a) FROM u)) --> #0; #1<0 aggregated from u select u.a; INSERT t
          INSERT INTO t (a, b) VALUES (1, a + 1) ON DUPLICATE KEY UPDATE b = VALUES(b) + c, d = (SELECT MIN(e) FROM u) --> #0; #1; #2<1 aggregated from u select u.e; UPSERT t b d
          INSERT IGNORE INTO t (a) SELECT u.b FROM u WHERE u.c = 1 --> #0 from u where u.c EQUAL ? select u.b; INSERT t a from #0
          INSERT INTO t SET a = 1, b = 2 --> #0; INSERT t a b
          REPLACE INTO t (a) VALUES (1) --> #0; REPLACE t a
          UPDATE t SET a = b + 1, c = (SELECT MAX(d) FROM u) WHERE e = 1 ORDER BY f LIMIT 2 --> #0 locking from t where t.e EQUAL ? order t.f limit ? select t.b; #1<0 aggregated from u select u.d; UPDATE t a c from #0
          UPDATE t x JOIN u ON x.a = u.a SET x.b = u.b, u.c = 1 WHERE x.d = 2 --> #0 locking from t x, u on x.a EQUAL u.a where x.d EQUAL ? select u.b; UPDATE t b from #0; UPDATE u c from #0
          DELETE FROM t WHERE a < 1 ORDER BY a LIMIT 100 --> #0 locking from t where t.a LESS ? order t.a limit ?; DELETE t from #0
          DELETE x, u FROM t x JOIN u ON x.a = u.a LEFT JOIN v ON v.b = u.b WHERE v.b IS NULL --> #0 locking from t x, u on x.a EQUAL u.a, LEFT v on v.b EQUAL u.b where v.b IS_NULL ?; DELETE t from #0; DELETE u from #0
          DELETE FROM x USING t x JOIN u ON x.a = u.a --> #0 locking from t x, u on x.a EQUAL u.a; DELETE t from #0
          WITH c AS (SELECT a FROM t) UPDATE u JOIN c ON u.a = c.a SET u.b = 1 --> #0 from t select t.a; #1 locking from u, C#0 c on u.a EQUAL c.a; UPDATE u b from #1
          # names
          SELECT status, `key`, `we``ird` FROM t AS `select` WHERE `select`.`from` = 1 --> #0 from t select where select.from EQUAL ? select select.STATUS select.key select.we`ird
          SELECT T.a FROM t WHERE T.b = 1 --> #0 from t where t.b EQUAL ? select t.a
          SELECT r.t.a, s.t.c FROM s.t JOIN r.t ON s.t.b = r.t.b --> #0 from t, t on t.b EQUAL t.b select t.a t.c
          # no queries, and what is rejected
          SHOW TABLES -->
          EXPLAIN SELECT a FROM t -->
          SELECT a FROM t WHERE a = b = c --> partial; unparsed =
          SELECT a FROM t; DELETE FROM u --> partial; unparsed ;
          SELECT FROM WHERE --> partial; unparsed SELECT
          """)
  void withoutACatalog(String statement, String expected) {
    assertThat(FactsText.of(understood(statement, SchemaView.NONE)))
        .isEqualTo(expected == null ? "" : expected);
  }

  /** Tables stand before the blocks. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -->",
      quoteCharacter = '~',
      textBlock =
          """
          SELECT email FROM members, orders WHERE member_id = members.id AND day = 1 --> [app.members app.orders] #0 from members, orders where orders.member_id EQUAL members.id and orders.day EQUAL ? select members.email
          SELECT nothing FROM members WHERE missing = 1 --> [app.members] #0 from members where opaque(); missing-column nothing; missing-column missing
          SELECT id FROM members, orders --> [app.members app.orders] #0 from members, orders; ambiguous-column id
          SELECT who FROM recent WHERE oid = 5 --> [app.recent (app.open_orders) (app.orders) (app.members)] #0 from V#1 recent where recent.oid EQUAL ? select recent.who; #1<0 from V#2 open_orders where open_orders.id GREATER ?:NUMBER select open_orders.id open_orders.member_id; #2<1 from orders o, members m on m.id EQUAL o.member_id where o.total GREATER ?:NUMBER select o.id o.member_id m.email
          SELECT * FROM open_orders o WHERE o.email = 'x' ORDER BY id --> [app.open_orders (app.orders) (app.members)] #0 from V#1 o where o.email EQUAL ? order o.id whole o; #1<0 from orders o, members m on m.id EQUAL o.member_id where o.total GREATER ?:NUMBER select o.id o.member_id m.email
          UPDATE cheap SET total = 1 WHERE id = 3 --> [app.cheap! (app.orders!)] #0 locking from V#1 cheap where cheap.id EQUAL ?; #1<0 from orders where orders.total LESS ?:NUMBER select orders.id orders.total; UPDATE cheap total from #0
          INSERT INTO cheap (id, total) VALUES (1, 2) --> [app.cheap! (app.orders!)] #0; #1<0 from orders where orders.total LESS ?:NUMBER select orders.id orders.total; INSERT cheap id total
          DELETE FROM cheap WHERE id = 1 --> [app.cheap! (app.orders!)] #0 locking from V#1 cheap where cheap.id EQUAL ?; #1<0 from orders where orders.total LESS ?:NUMBER select orders.id orders.total; DELETE cheap from #0
          SELECT * FROM broken --> [app.broken (app.orders)] #0 from broken whole broken; opaque-view app.broken
          SELECT x FROM only_here --> [app.only_here] #0 from only_here select only_here.x; missing-table app.only_here
          SELECT x FROM other.only_here, nowhere --> [other.only_here app.nowhere] #0 from only_here, nowhere select only_here.x; missing-table app.nowhere
          SELECT * FROM information_schema.tables WHERE table_name = 'x' --> [information_schema.tables] #0 from tables where tables.TABLE_NAME EQUAL ? whole tables
          SELECT o.id FROM orders o WHERE EXISTS (SELECT 1 FROM items WHERE order_id = o.id AND member_id = 3) --> [app.orders app.items] #0 from orders o where exists(#1) select o.id; #1<0 from items where items.order_id EQUAL o.id and o.member_id EQUAL ?
          SELECT id FROM orders WHERE member_id IN (SELECT id FROM members WHERE email = 'x') --> [app.orders app.members] #0 from orders where orders.member_id IN #1 select orders.id; #1<0 from members where members.email EQUAL ? select members.id
          SELECT d.id FROM (SELECT id, email AS mail FROM members) d JOIN orders o ON o.phone = d.mail --> [app.members app.orders] #0 from S#1 d, orders o on o.phone!COLLATION EQUAL d.mail select d.id; #1<0 from members select members.id members.email
          SELECT * FROM members JOIN orders USING (id) WHERE id = 3 --> [app.members app.orders] #0 from members, orders on members.id EQUAL orders.id where members.id EQUAL ? whole members orders
          SELECT * FROM members NATURAL JOIN orders WHERE id = 3 --> [app.members app.orders] #0 from members, orders on members.id EQUAL orders.id where members.id EQUAL ? whole members orders
          RAW SELECT id FROM orders WHERE phone = 5 AND total = '5' AND phone IN (1, 'a') AND id LIKE '5%' AND phone = CURDATE() AND placed > 20200101 --> [app.orders] #0 from orders where orders.phone!TEXT_TO_NUMBER EQUAL ?:NUMBER and orders.total EQUAL ?:TEXT and orders.phone!TEXT_TO_NUMBER IN ?*2:NUMBER and orders.id!TYPE LIKE ?:TEXT:LITERAL and orders.phone!TYPE EQUAL ?:TEMPORAL and orders.placed GREATER ?:NUMBER select orders.id
          SELECT 1 FROM orders o JOIN members m ON o.member_code = m.code AND o.phone = m.email AND o.phone = m.id AND o.placed = o.phone AND o.phone = o.raw AND o.latin = o.phone AND o.phone = m.name --> [app.orders app.members] #0 from orders o, members m on o.member_code EQUAL m.code!COLLATION and o.phone!COLLATION EQUAL m.email and o.phone!TEXT_TO_NUMBER EQUAL m.id and o.placed EQUAL o.phone!TYPE and o.phone!COLLATION EQUAL o.raw and o.latin!COLLATION EQUAL o.phone and o.phone EQUAL m.name
          UPDATE orders, members SET total = 1, name = 'x' WHERE member_id = members.id --> [app.orders! app.members!] #0 locking from orders, members where orders.member_id EQUAL members.id; UPDATE orders total from #0; UPDATE members name from #0
          INSERT INTO orders (ID, Member_Id, nope) SELECT id, id, 1 FROM members ON DUPLICATE KEY UPDATE TOTAL = 5 --> [app.orders! app.members] #0 from members select members.id members.id; UPSERT orders total from #0; missing-column orders.nope
          WITH c AS (SELECT id, email FROM members) SELECT c.email FROM c JOIN orders ON member_id = c.id WHERE total > 5 --> [app.members app.orders] #0 from members select members.id members.email; #1 from C#0 c, orders on orders.member_id EQUAL c.id where orders.total GREATER ? select c.email
          SELECT m.id AS who, COUNT(*) AS n FROM members m GROUP BY who HAVING n > 1 AND who < 9 ORDER BY n DESC, email --> [app.members] #0 aggregated from members m group m.id having opaque() and m.id LESS ? order {COUNT(*)} desc, m.email select m.id
          SELECT day, SUM(total) FROM orders GROUP BY day ORDER BY 1 --> [app.orders] #0 aggregated from orders group orders.day order orders.day select orders.day orders.total
          WITH RECURSIVE c (n) AS (SELECT id FROM orders UNION ALL SELECT phone FROM orders JOIN c ON member_id = n) SELECT c.n, c.id FROM c --> [app.orders] #0 from orders select orders.id; #1 union 0 from orders, computed c on orders.member_id EQUAL c.n select orders.phone; #2 from C#0 c select c.n; missing-column c.id
          WITH c AS (SELECT email FROM members) SELECT c.email, c.nope FROM c --> [app.members] #0 from members select members.email; #1 from C#0 c select c.email; missing-column c.nope
          WITH c (n) AS (SELECT email FROM members) SELECT c.n, c.email FROM c --> [app.members] #0 from members select members.email; #1 from C#0 c select c.n; missing-column c.email
          WITH c (n) AS (SELECT id FROM members) SELECT n FROM c JOIN orders o ON o.phone = c.n --> [app.members app.orders] #0 from members select members.id; #1 from C#0 c, orders o on o.phone!TEXT_TO_NUMBER EQUAL c.n select c.n
          SELECT d.email, d.nope, day FROM (SELECT * FROM members) d JOIN orders o ON o.phone = d.id --> [app.members app.orders] #0 from S#1 d, orders o on o.phone!TEXT_TO_NUMBER EQUAL d.id select d.email o.day; #1<0 from members whole members; missing-column d.nope
          TRUNCATE TABLE orders --> [app.orders!] WHOLE orders
          SHOW TABLES --> []
          """)
  void withACatalog(String statement, String expected) {
    StatementFacts facts = understood(statement, CATALOG);
    assertThat("[" + FactsText.tables(facts) + "] " + FactsText.of(facts))
        .isEqualToIgnoringWhitespace(expected);
  }

  @Test
  void keepsHints() {
    StatementFacts facts =
        understood("SELECT /*+ NO_ICP(t) */ a FROM t USE INDEX (i) WHERE b = 1", SchemaView.NONE);
    assertThat(facts.hints()).containsExactly("NO_ICP (t)", "USE INDEX (i)");
  }

  @Test
  void saysWhyOnlyTheWordsWereRead() {
    StatementFacts cut =
        Understanding.of("SELECT a FROM t WHERE b = ?", true, Optional.of("app"), SchemaView.NONE);
    assertThat(cut.parsed()).isFalse();
    assertThat(cut.kind()).isEqualTo(StatementKind.SELECT);
    assertThat(FactsText.tables(cut)).isEqualTo("app.t");
    assertThat(cut.issues()).containsExactly(new FactIssue(Reason.TRUNCATED, ""));

    String text = "SELECT a FROM t WHERE b = ? OR " + "c = ? OR ".repeat(120_000) + "d = ?";
    StatementFacts huge = Understanding.of(text, false, Optional.of("app"), SchemaView.NONE);
    assertThat(FactsText.tables(huge)).isEqualTo("app.t");
    assertThat(huge.issues()).containsExactly(new FactIssue(Reason.TOO_LONG, ""));
  }

  @Test
  void knowsNoSchemaWithoutADefault() {
    assertThat(FactsText.tables(understood("SELECT 1 FROM t", SchemaView.NONE, Optional.empty())))
        .isEqualTo("t");
    StatementFacts only = understood("SELECT x FROM only_here", CATALOG, Optional.empty());
    assertThat(FactsText.tables(only)).isEqualTo("other.only_here");
    StatementFacts several = understood("SELECT x FROM orders", CATALOG, Optional.empty());
    assertThat(several.issues()).contains(new FactIssue(Reason.AMBIGUOUS_TABLE, "orders"));
  }

  private static StatementFacts understood(String statement, SchemaView schemas) {
    return understood(statement, schemas, Optional.of("app"));
  }

  private static StatementFacts understood(
      String statement, SchemaView schemas, Optional<String> schema) {
    String text =
        statement.startsWith(RAW)
            ? statement.substring(RAW.length())
            : Fingerprints.of(statement, SqlMode.standard()).text();
    return Understanding.of(text, false, schema, schemas);
  }
}
