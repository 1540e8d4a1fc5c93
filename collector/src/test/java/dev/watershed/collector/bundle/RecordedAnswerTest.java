package dev.watershed.collector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedAnswerTest {

  @Test
  void nothingIsNotTheTextOfNothing() throws SQLException {
    assertThat(rows("@answer\tq\tA\tB", "NULL\t=NULL", "=\t=="))
        .containsExactly(
            List.of(Optional.empty(), Optional.of("NULL")),
            List.of(Optional.of(""), Optional.of("=")));
  }

  @Test
  void whatTheClientEscapesIsAsItWas() throws SQLException {
    assertThat(rows("@answer\tq\tA", "=a\\tb\\nc\\\\n\\0d"))
        .containsExactly(List.of(Optional.of("a\tb\nc\\n\0d")));
  }

  @Test
  void plainValuesHaveNoMarks() throws SQLException {
    assertThat(rows("@answer\tq\t@plain", "Uptime\t=7", "NULL\t"))
        .containsExactly(
            List.of(Optional.of("Uptime"), Optional.of("=7")),
            List.of(Optional.of("NULL"), Optional.of("")));
  }

  @Test
  void anErrorEndsAnAnswerAsTheDriverWouldTellIt() {
    String error = "@error\tERROR 1142 (42000) at line 7: SELECT command denied to user 'a'@'b'";

    assertThat(answer("@answer\tq\tA", "=1", error).complete()).isFalse();
    assertThat(answer("@answer\tq\tA", "=1").complete()).isTrue();
    assertThat(answer("@answer\tq\tA").complete()).isTrue();
    assertThatThrownBy(() -> rows("@answer\tq\tA", "=1", error))
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> {
              assertThat(e.getErrorCode()).isEqualTo(1142);
              assertThat(e.getSQLState()).isEqualTo("42000");
              assertThat(e.getMessage()).isEqualTo("SELECT command denied to user 'a'@'b'");
            });
  }

  @Test
  void whatNoServerSaysIsAnErrorAsItStands() {
    String said = "ERROR 99999999999 (42000): x";
    assertThatThrownBy(() -> rows("@answer\tq\tA", "@error\t" + said))
        .isInstanceOf(SQLException.class)
        .hasMessage(said);
  }

  @Test
  void aClientThatPrintsOtherwiseIsNoticed() {
    assertThatThrownBy(() -> rows("@answer\tq\tA\tB", "=1"))
        .hasMessageContaining("line 4 of the bundle: expected 2 values, found 1 of them");
    assertThatThrownBy(() -> rows("@answer\tq\tA", "| 1 |"))
        .hasMessageContaining("expected values behind a =");
  }

  private static List<List<Optional<String>>> rows(String... lines) throws SQLException {
    List<List<Optional<String>>> rows = new ArrayList<>();
    answer(lines).rows(rows::add);
    return rows;
  }

  private static RecordedAnswer answer(String... lines) {
    String text = String.join("\n", lines) + "\n";
    return new RecordedAnswer(new BundlePiece(3, text.getBytes(StandardCharsets.UTF_8)));
  }
}
