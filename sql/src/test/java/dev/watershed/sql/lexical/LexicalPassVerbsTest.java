package dev.watershed.sql.lexical;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each verb does to its tables. */
class LexicalPassVerbsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          INSERT INTO t VALUES (...)                                        | INSERT | t!
          INSERT INTO t ( a , b ) VALUES (...) /* , ... */                  | INSERT | t!
          INSERT t ( a ) VALUE (...)                                        | INSERT | t!
          INSERT LOW_PRIORITY IGNORE INTO s . t SET a = ?                   | INSERT | s.t!
          INSERT INTO t PARTITION ( p0 ) ( a ) VALUES (...)                 | INSERT | t!
          INSERT INTO t ( a , b ) SELECT a , b FROM u JOIN v                | INSERT | t! u v
          INSERT INTO t ( SELECT a , b FROM u )                             | INSERT | t! u
          INSERT INTO t SELECT * FROM t                                     | INSERT | t! t
          INSERT INTO t TABLE u                                             | INSERT | t! u
          INSERT INTO t VALUES ( ( SELECT MAX ( a ) FROM u ) , ? )          | INSERT | t! u
          INSERT INTO t ( a ) VALUES (...) ON DUPLICATE KEY UPDATE a = VALUES ( a ) , b = ? | INSERT | t!
          INSERT INTO t SELECT a FROM u ON DUPLICATE KEY UPDATE b = u.b , c = ? | INSERT | t! u
          INSERT INTO t SELECT a FROM u JOIN v ON u.a = v.a , w ON DUPLICATE KEY UPDATE b = ? , c = d | INSERT | t! u v w
          INSERT INTO t VALUES (...) AS new ON DUPLICATE KEY UPDATE a = new . a | INSERT | t!
          INSERT INTO t VALUES (...) RETURNING a , b                        | INSERT | t!
          REPLACE INTO t ( a ) VALUES (...)                                 | REPLACE | t!
          REPLACE DELAYED t SELECT * FROM u                                 | REPLACE | t! u
          UPDATE t SET a = ?                                                | UPDATE | t!
          UPDATE t SET a = ? , b = ? WHERE c = ? ORDER BY d , e LIMIT ?     | UPDATE | t!
          UPDATE LOW_PRIORITY IGNORE s . t AS x SET x . a = ?               | UPDATE | s.t!
          UPDATE t SET a = ( SELECT b FROM u WHERE u.c = t.c ) WHERE d IN ( SELECT e FROM v ) | UPDATE | t! u v
          UPDATE t a JOIN u b ON a.id = b.id SET a.x = b.x                  | UPDATE | t! u
          UPDATE t a JOIN u b ON a.id = b.id SET b.x = a.x                  | UPDATE | t u!
          UPDATE t , u , v SET t.a = u.a , v.b = ? WHERE t.c = u.c          | UPDATE | t! u v!
          UPDATE ( t a JOIN u b ) SET `b` . `x` = ?                         | UPDATE | t u!
          UPDATE s . t , r . t x SET s . t . a = x . a                      | UPDATE | s.t! r.t
          UPDATE t a JOIN t b ON a.p = b.id SET a.n = b.n                   | UPDATE | t! t
          UPDATE t JOIN ( SELECT a , SUM ( b ) FROM u GROUP BY a ) x ON t.a = x.a SET c = x.b | UPDATE | t! u
          UPDATE t JOIN u ON t.a = u.a SET b = ?                            | UPDATE | t! u
          UPDATE t JOIN u SET u . b = GREATEST ( t . a , ? ) , u . c = ?    | UPDATE | t u!
          DELETE FROM t                                                     | DELETE | t!
          DELETE QUICK FROM s . t AS a WHERE a.x = ? ORDER BY y , z LIMIT ? | DELETE | s.t!
          DELETE FROM t WHERE a IN ( SELECT b FROM u )                      | DELETE | t! u
          DELETE FROM t PARTITION ( p0 ) WHERE a = ?                        | DELETE | t!
          DELETE FROM t RETURNING a , b                                     | DELETE | t!
          DELETE a , b FROM t a JOIN u b ON a.id = b.id JOIN w              | DELETE | t! u! w
          DELETE t FROM t LEFT JOIN u ON t.id = u.id WHERE u.id IS NULL     | DELETE | t! u
          DELETE t . * , `s` . `u` . * FROM t , s . u , v                   | DELETE | t! s.u! v
          DELETE s . t FROM s . t , r . t                                   | DELETE | s.t! r.t
          DELETE FROM a , b USING t a JOIN u b USING ( id ) JOIN w          | DELETE | t! u! w
          DELETE FROM t USING t , u WHERE t.a = u.a                         | DELETE | t! u
          DELETE IGNORE a FROM t AS a JOIN ( SELECT id FROM t ) b           | DELETE | t! t
          LOAD DATA LOCAL INFILE ? REPLACE INTO TABLE s . t FIELDS TERMINATED BY ? ( a , @b ) SET c = ? | LOAD | s.t!
          LOAD XML INFILE ? INTO TABLE t ROWS IDENTIFIED BY ?               | LOAD | t!
          CALL p ( ?, ... )                                                 | CALL | -
          CALL s . p ( ( SELECT a FROM t ) )                                | CALL | t
          DO SLEEP (?)                                                      | DO | -
          HANDLER t OPEN AS h                                               | HANDLER | t
          HANDLER s . t READ `PRIMARY` = ( ? ) LIMIT ?                      | HANDLER | s.t
          LOCK TABLES t READ , s . u AS x WRITE , v LOW_PRIORITY WRITE , w READ LOCAL | LOCK | t s.u! v! w
          LOCK TABLE t WRITE                                                | LOCK | t!
          UNLOCK TABLES                                                     | LOCK | -
          LOCK INSTANCE FOR BACKUP                                          | LOCK | -
          """)
  void dataChanges(String text, String kind, String tables) {
    LexicalCases.check(text, kind, tables);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          CREATE TABLE t ( a INT , b VARCHAR (?) DEFAULT ? , KEY ( a ) ) ENGINE = InnoDB | CREATE | t!
          CREATE TEMPORARY TABLE IF NOT EXISTS s . t ( a INT ) SELECT b FROM u   | CREATE | s.t! u
          CREATE OR REPLACE TABLE t AS ( SELECT b FROM u )                  | CREATE | t! u
          CREATE TABLE t LIKE u                                             | CREATE | t! u
          CREATE TABLE t ( LIKE s . u )                                     | CREATE | t! s.u
          CREATE TABLE t ( a INT REFERENCES u ( b ) , FOREIGN KEY ( c ) REFERENCES v ( d ) ON DELETE CASCADE ) | CREATE | t! u v
          CREATE TABLE t ( a INT ) PARTITION BY RANGE ( a ) ( PARTITION p0 VALUES LESS THAN (?) ) | CREATE | t!
          CREATE UNIQUE INDEX i ON t ( a , b )                              | CREATE | t!
          CREATE FULLTEXT INDEX i USING BTREE ON s . t ( a ) COMMENT ?      | CREATE | s.t!
          CREATE ALGORITHM = MERGE DEFINER = `a` @ ? SQL SECURITY INVOKER VIEW v ( x ) AS SELECT a FROM t JOIN u WITH CHECK OPTION | CREATE | v! t u
          CREATE OR REPLACE VIEW s . v AS SELECT * FROM ( SELECT * FROM t ) x | CREATE | s.v! t
          CREATE DATABASE d                                                 | CREATE | -
          CREATE USER ? @ ? IDENTIFIED WITH p AS ?                          | CREATE | -
          CREATE FUNCTION f RETURNS STRING SONAME ?                         | CREATE | -
          ALTER TABLE t ADD COLUMN a INT , DROP COLUMN b                    | ALTER | t!
          ALTER TABLE s . t RENAME TO u                                     | ALTER | s.t! u!
          ALTER TABLE t RENAME COLUMN a TO b , RENAME INDEX c TO d          | ALTER | t!
          ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY ( a ) REFERENCES u ( b ) | ALTER | t! u
          ALTER TABLE t EXCHANGE PARTITION p WITH TABLE u                   | ALTER | t! u!
          ALTER VIEW v AS SELECT * FROM t                                   | ALTER | v! t
          ALTER DATABASE d CHARACTER SET utf8mb4                            | ALTER | -
          DROP TABLE t                                                      | DROP | t!
          DROP TEMPORARY TABLE IF EXISTS t , s . u CASCADE                  | DROP | t! s.u!
          DROP VIEW IF EXISTS v , w                                         | DROP | v! w!
          DROP INDEX i ON t                                                 | DROP | t!
          DROP PROCEDURE IF EXISTS p                                        | DROP | -
          DROP TRIGGER tr                                                   | DROP | -
          RENAME TABLE a TO b , s . c TO s . d                              | RENAME | a! b! s.c! s.d!
          RENAME USER ? TO ?                                                | RENAME | -
          TRUNCATE TABLE s . t                                              | TRUNCATE | s.t!
          TRUNCATE t                                                        | TRUNCATE | t!
          ANALYZE TABLE t , u                                               | MAINTENANCE | t u
          ANALYZE NO_WRITE_TO_BINLOG TABLE t PERSISTENT FOR ALL             | MAINTENANCE | t
          OPTIMIZE LOCAL TABLE t , s . u                                    | MAINTENANCE | t! s.u!
          REPAIR TABLE t QUICK                                              | MAINTENANCE | t!
          CHECK TABLE t EXTENDED                                            | MAINTENANCE | t
          CHECKSUM TABLE t                                                  | MAINTENANCE | t
          LOAD INDEX INTO CACHE t , u                                       | MAINTENANCE | t u
          """)
  void definitions(String text, String kind, String tables) {
    LexicalCases.check(text, kind, tables);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          EXPLAIN SELECT * FROM t JOIN u                                    | EXPLAIN | t u
          EXPLAIN FORMAT = JSON SELECT * FROM t                             | EXPLAIN | t
          EXPLAIN ANALYZE SELECT * FROM t                                   | EXPLAIN | t
          EXPLAIN FORMAT = TREE INTO @x FOR SCHEMA s SELECT * FROM t        | EXPLAIN | t
          EXPLAIN EXTENDED ( SELECT * FROM t )                              | EXPLAIN | t
          # an explained statement changes nothing
          EXPLAIN UPDATE t JOIN u SET u.a = ?                               | EXPLAIN | t u
          EXPLAIN INSERT INTO t SELECT * FROM u                             | EXPLAIN | t u
          DESCRIBE DELETE FROM t                                            | EXPLAIN | t
          EXPLAIN FOR CONNECTION ?                                          | EXPLAIN | -
          ANALYZE FORMAT = JSON UPDATE t SET a = ?                          | EXPLAIN | t!
          ANALYZE SELECT * FROM t                                           | EXPLAIN | t
          DESCRIBE t                                                        | SHOW | t
          DESC s . t a                                                      | SHOW | s.t
          EXPLAIN t                                                         | SHOW | t
          EXPLAIN extended                                                  | SHOW | extended
          SHOW TABLES FROM s LIKE ?                                         | SHOW | -
          SHOW FULL COLUMNS FROM t FROM s LIKE ?                            | SHOW | s.t
          SHOW INDEX FROM t IN s                                            | SHOW | s.t
          SHOW KEYS IN s . t WHERE Key_name = ?                             | SHOW | s.t
          SHOW CREATE TABLE s . t                                           | SHOW | s.t
          SHOW CREATE VIEW v                                                | SHOW | v
          SHOW CREATE PROCEDURE p                                           | SHOW | -
          SHOW TABLE STATUS FROM s WHERE Name IN ( SELECT n FROM u )        | SHOW | u
          SHOW VARIABLES                                                    | SHOW | -
          SHOW BINLOG EVENTS IN ? FROM ?                                    | SHOW | -
          BEGIN                                                             | BEGIN | -
          begin work;                                                       | BEGIN | -
          START TRANSACTION WITH CONSISTENT SNAPSHOT , READ ONLY            | BEGIN | -
          XA START ?                                                        | BEGIN | -
          XA END ?                                                          | OTHER | -
          XA COMMIT ? ONE PHASE                                             | COMMIT | -
          COMMIT                                                            | COMMIT | -
          COMMIT AND CHAIN                                                  | COMMIT | -
          ROLLBACK                                                          | ROLLBACK | -
          ROLLBACK WORK                                                     | ROLLBACK | -
          ROLLBACK TO SAVEPOINT s                                           | SAVEPOINT | -
          ROLLBACK WORK TO s                                                | SAVEPOINT | -
          SAVEPOINT s                                                       | SAVEPOINT | -
          RELEASE SAVEPOINT s                                               | SAVEPOINT | -
          SET autocommit = ?                                                | SET | -
          SET NAMES utf8mb4                                                 | SET | -
          SET @a = ( SELECT MAX ( b ) FROM t )                              | SET | t
          SET PASSWORD FOR ? @ ? = ?                                        | SET | -
          SET STATEMENT max_statement_time = ? FOR SELECT * FROM t          | SELECT | t
          SET STATEMENT a = ? FOR SET STATEMENT b = ? FOR DELETE FROM t     | DELETE | t!
          USE s                                                             | USE | -
          PREPARE p FROM ?                                                  | PREPARE | -
          EXECUTE p USING @a , @b                                           | PREPARE | -
          DEALLOCATE PREPARE p                                              | PREPARE | -
          DROP PREPARE p                                                    | PREPARE | -
          GRANT SELECT , INSERT ON s . t TO ? @ ?                           | GRANT | -
          REVOKE SELECT ON t FROM u                                         | GRANT | -
          KILL QUERY ?                                                      | OTHER | -
          FLUSH TABLES t , u WITH READ LOCK                                 | OTHER | t u
          FLUSH TABLES WITH READ LOCK                                       | OTHER | -
          START REPLICA                                                     | OTHER | -
          administrator command: Quit                                       | ADMIN | -
          administrator command: Init DB                                    | ADMIN | -
          # administrator command: Prepare in a slow log is a comment to SQL; its text has no '#'
          """)
  void otherStatements(String text, String kind, String tables) {
    LexicalCases.check(text, kind, tables);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          BEGIN SELECT a INTO v FROM t ; UPDATE u SET b = v ; DELETE FROM w ; END | OTHER | t u! w!
          BEGIN NOT ATOMIC INSERT INTO t VALUES (...) ; END                 | OTHER | t!
          BEGIN IF a > ? THEN UPDATE t SET b = ? ; ELSE DELETE FROM u ; END IF ; END | OTHER | t! u!
          BEGIN IF EXISTS ( SELECT ? FROM t ) THEN INSERT INTO u SELECT a , b FROM v , w ; END IF ; END | OTHER | t u! v w
          BEGIN DECLARE c CURSOR FOR SELECT a FROM t , u ; OPEN c ; FETCH NEXT FROM c INTO x , y ; CLOSE c ; END | OTHER | t u
          BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND , SQLEXCEPTION DELETE FROM t ; SELECT a FROM u ; END | OTHER | t! u
          BEGIN l : LOOP UPDATE t SET a = ? ; LEAVE l ; END LOOP l ; END    | OTHER | t!
          BEGIN WHILE a DO REPLACE INTO t VALUES (...) ; END WHILE ; END    | OTHER | t!
          BEGIN REPEAT DELETE FROM t ; UNTIL a END REPEAT ; END             | OTHER | t!
          BEGIN CASE a WHEN ? THEN UPDATE t SET b = ? ; ELSE BEGIN DELETE FROM u ; END ; END CASE ; END | OTHER | t! u!
          # a CASE expression is no place for a statement
          BEGIN SELECT CASE WHEN a THEN REPLACE ( b , ?, ... ) ELSE handler END INTO v FROM t ; END | OTHER | t
          BEGIN SET a = CASE WHEN b THEN INSERT ( c , ?, ... ) ELSE TRUNCATE ( d , ? ) END ; END | OTHER | -
          IF a THEN UPDATE t SET b = ? ; END IF                             | OTHER | t!
          CREATE DEFINER = `a` @ ? PROCEDURE s . p ( IN a INT , OUT b SET (...) ) COMMENT ? READS SQL DATA BEGIN SELECT b FROM t ; END | CREATE | t
          CREATE PROCEDURE p ( ) UPDATE t SET a = ?                         | CREATE | t!
          CREATE FUNCTION f ( a INT ) RETURNS INT DETERMINISTIC RETURN ( SELECT b FROM t ) | CREATE | t
          CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW UPDATE u SET a = NEW . a | CREATE | t! u!
          CREATE TRIGGER tr BEFORE UPDATE ON s . t FOR EACH ROW FOLLOWS x BEGIN INSERT INTO v VALUES (...) ; END | CREATE | s.t! v!
          CREATE EVENT e ON SCHEDULE EVERY ? DAY STARTS ? ON COMPLETION PRESERVE DO DELETE FROM t | CREATE | t!
          SELECT a FROM t ; SELECT b FROM u                                 | SELECT | t u
          """)
  void routineBodies(String text, String kind, String tables) {
    LexicalCases.check(text, kind, tables);
  }
}
