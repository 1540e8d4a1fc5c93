package dev.watershed.collector.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementEffectsTest {

  private final StatementEffects effects = new StatementEffects();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          select * from plans where id = 5                | MEMBER
          select 1                                        | NONE
          select @@session.autocommit                     | NONE
          insert into t values (1)                        | MEMBER
          with c as (select 1) delete from t where a = 1  | MEMBER
          load data infile 'a' into table t               | MEMBER
          call p(1)                                       | MEMBER
          execute s                                       | MEMBER
          prepare s from 'select 1'                       | NONE
          do sleep(1)                                     | NONE
          begin                                           | BEGIN
          Begin work                                      | BEGIN
          start transaction read only                     | BEGIN
          START TRANSACTION WITH CONSISTENT SNAPSHOT      | BEGIN
          xa start 'x'                                    | BEGIN
          xa end 'x'                                      | NONE
          xa prepare 'x'                                  | XA_PREPARE
          xa commit 'x' one phase                         | COMMIT
          xa rollback 'x'                                 | ROLLBACK
          commit                                          | COMMIT
          commit work                                     | COMMIT
          commit and no chain no release                  | COMMIT
          commit and chain                                | COMMIT_AND_CHAIN
          commit release                                  | COMMIT_AND_RELEASE
          rollback                                        | ROLLBACK
          rollback work and chain no release              | ROLLBACK_AND_CHAIN
          rollback release                                | ROLLBACK_AND_RELEASE
          savepoint a                                     | NONE
          release savepoint a                             | NONE
          rollback to savepoint a                         | NONE
          rollback work to a                              | NONE
          create table t (a int)                          | IMPLICIT_COMMIT
          create temporary table t (a int)                | MEMBER
          drop temporary table t                          | MEMBER
          drop table t                                    | IMPLICIT_COMMIT
          create index i on t (a)                         | IMPLICIT_COMMIT
          alter table t add b int                         | IMPLICIT_COMMIT
          rename table t to u                             | IMPLICIT_COMMIT
          truncate table t                                | IMPLICIT_COMMIT
          grant select on a.b to c                        | IMPLICIT_COMMIT
          set password for a = 'x'                        | IMPLICIT_COMMIT
          analyze table t                                 | IMPLICIT_COMMIT
          checksum table t                                | NONE
          optimize table t                                | IMPLICIT_COMMIT
          flush tables                                    | IMPLICIT_COMMIT
          start replica                                   | IMPLICIT_COMMIT
          reset persist a                                 | NONE
          lock tables t write                             | LOCK_TABLES
          unlock tables                                   | UNLOCK_TABLES
          lock instance for backup                        | NONE
          set names utf8mb4                               | NONE
          set transaction isolation level read committed  | NONE
          use booking                                     | NONE
          show tables                                     | NONE
          explain select * from t                         | NONE
          SET autocommit=0                                | AUTOCOMMIT_OFF
          SET autocommit=1                                | AUTOCOMMIT_ON
          set @@session.autocommit = OFF                  | AUTOCOMMIT_OFF
          set @@`autocommit` := on                        | AUTOCOMMIT_ON
          set session autocommit='ON'                     | AUTOCOMMIT_ON
          /* autocommit=1 */ set local autocommit=false   | AUTOCOMMIT_OFF
          set sql_mode='autocommit=0', autocommit=1       | AUTOCOMMIT_ON
          set autocommit=0, sql_mode=''                   | AUTOCOMMIT_OFF
          set global autocommit=0                         | NONE
          set @@global.autocommit=0                       | NONE
          set global a=1, autocommit=0                    | NONE
          set global a=1, session autocommit=0            | AUTOCOMMIT_OFF
          set autocommit=@old                             | AUTOCOMMIT_UNKNOWN
          set autocommit=default                          | AUTOCOMMIT_UNKNOWN
          set @autocommit=0                               | NONE
          """)
  void everyStatementHasItsEffect(String statement, StatementEffect expected) {
    assertThat(of(statement)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Quit, SESSION_END",
    "Change user, SESSION_END",
    "Reset Connection, SESSION_END",
    "Prepare, NONE",
    "Init DB, NONE",
    "Ping, NONE"
  })
  void commandsOfTheProtocolHaveTheirs(String command, StatementEffect expected) {
    Fingerprint fingerprint = Fingerprints.ofAdministratorCommand(command);
    assertThat(effects.of(fingerprint.digest(), new byte[0], 0, 0, () -> fingerprint))
        .isEqualTo(expected);
  }

  @Test
  void aLiteralMayBeLong() {
    String literal = "'" + "a\\'".repeat(1_300) + "'";
    assertThat(of("set @a = " + literal + ", autocommit = 0"))
        .isEqualTo(StatementEffect.AUTOCOMMIT_OFF);
  }

  @Test
  void aDigestIsLookedAtOnce() {
    AtomicInteger asked = new AtomicInteger();
    for (String statement : new String[] {"set autocommit=0", "set autocommit=1"}) {
      byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
      Fingerprint fingerprint = Fingerprints.of(bytes, SqlMode.standard());
      StatementEffect effect =
          effects.of(
              fingerprint.digest(),
              bytes,
              0,
              bytes.length,
              () -> {
                asked.incrementAndGet();
                return fingerprint;
              });
      assertThat(effect.name()).startsWith("AUTOCOMMIT_");
    }
    assertThat(asked).hasValue(1);
  }

  private StatementEffect of(String statement) {
    byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
    Fingerprint fingerprint = Fingerprints.of(bytes, SqlMode.standard());
    return effects.of(fingerprint.digest(), bytes, 0, bytes.length, () -> fingerprint);
  }
}
