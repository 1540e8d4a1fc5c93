package dev.watershed.sql.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptCommentsTest {

  /** Line breaks are written as {@code /}, and the comment is the only one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-- c/CREATE TABLE t (/id INT/);/SELECT 1; | 2-4",
        "\uFEFF-- c/DROP TABLE t; | 2-2",
        "-- c/-- d/DROP TABLE t; | 3-3",
        "DROP TABLE t; -- c | 1-1",
        "CREATE TABLE t (/id INT/); -- c/SELECT 1; | 1-3",
        "CREATE TABLE t (/id INT, -- c/x INT/); | 2-2",
        "CREATE TABLE t (/-- c//id INT/); | 4-4",
        "# c/DROP TABLE t | 2-2",
        "SELECT 1;/-- c | ''",
        "-- c/;/DROP TABLE t; | 3-3",
        "DELIMITER $$/-- c/BEGIN/SELECT 1;/END $$/DELIMITER ; | 3-5",
        "-- c/INSERT INTO t VALUES ('a;b'/); | 2-3",
        "-- c/INSERT INTO t VALUES ('it''s \\'; -- no',/\"#\", `x;`/); | 2-4",
        "-- c/SELECT 1--1/+2; | 2-3",
      })
  void aCommentIsAboutWhatItIsWrittenTo(String script, String lines) {
    ScriptComment first = ScriptComments.of(script.replace('/', '\n')).get(0);
    assertThat(first.text().strip()).isEqualTo("c");
    assertThat(first.about().map(at -> at.first() + "-" + at.last()).orElse("")).isEqualTo(lines);
  }

  @Test
  void aCommentMayBeginWithAnM() {
    List<ScriptComment> comments = ScriptComments.of("/*Members' names*/ DROP TABLE t; -- c");
    assertThat(comments).extracting(ScriptComment::text).containsExactly("Members' names", " c");
  }

  @Tag("long")
  @Test
  void manyCommentsTakeNoLongerThanTheirText() {
    String script = "CREATE TABLE t (\n" + "-- c\na INT,\n".repeat(300_000) + "b INT);";
    List<ScriptComment> comments =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ScriptComments.of(script));
    assertThat(comments.get(299_999).about()).contains(new ScriptComment.Lines(600_001, 600_001));
  }

  @Test
  void aBlockMayBeginALineOfCode() {
    List<ScriptComment> comments = ScriptComments.of("/* c\n d */ DROP TABLE t;\n/* e */");
    assertThat(comments)
        .containsExactly(
            new ScriptComment(" c\n d ", 1, Optional.of(new ScriptComment.Lines(2, 2))),
            new ScriptComment(" e ", 3, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SELECT '-- c'",
        "SELECT \"# c\"",
        "SELECT `/* c */`",
        "/*!50000 c */",
        "/*M!100100 c */",
        "/*+ c */"
      })
  void textsAndCodeAreNoComments(String script) {
    assertThat(ScriptComments.of(script)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/* c", "SELECT 'a", "-- c", "DELIMITER", "SELECT '\\"})
  void whatIsCutOffEnds(String script) {
    assertThat(ScriptComments.of(script)).hasSizeLessThanOrEqualTo(1);
  }
}
