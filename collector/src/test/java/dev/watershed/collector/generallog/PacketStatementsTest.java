package dev.watershed.collector.generallog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketStatementsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          select 1; select 2;                       | select 1 / select 2
          select ';' ; # x;                         | select ';'
          create procedure p() begin a; b; end      | create procedure p() begin a; b; end
          drop table t; CREATE DEFINER = x@y TRIGGER t a; b | drop table t / CREATE DEFINER = x@y TRIGGER t a; b
          /* a */ /* b */ create or replace definer=`x y`@`%` function f() a; b | /* a */ /* b */ create or replace definer=`x y`@`%` function f() a; b
          create table event (a int); select 1      | create table event (a int) / select 1
          begin not atomic select 1; end            | begin not atomic select 1; end
          begin; select 1                           | begin / select 1
          """)
  void aTextIsTakenApart(String text, String statements) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    List<String> found =
        PacketStatements.of(bytes, 0, bytes.length).stream()
            .map(each -> new String(each, StandardCharsets.ISO_8859_1))
            .toList();
    assertThat(found).isEqualTo(Arrays.asList(statements.split(" / ")));
  }

  @Test
  void manyCommentsInFrontTakeNoTime() {
    byte[] bytes = ("/* a */ ".repeat(10_000) + "a; b").getBytes(StandardCharsets.ISO_8859_1);
    List<byte[]> found =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> PacketStatements.of(bytes, 0, bytes.length));
    assertThat(found).hasSize(2);
  }
}
