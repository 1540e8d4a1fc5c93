package dev.watershed.sql.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watershed.sql.StatementKind;
import dev.watershed.sql.resolve.Understanding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementFactsTest {

  @Test
  void aPartialStatementHasAReasonAndNoBlocks() {
    FactIssue issue = new FactIssue(FactIssue.Reason.UNPARSED, "");
    List<QueryBlock> blocks =
        Understanding.of("SELECT a FROM t", false, Optional.empty(), SchemaView.NONE).blocks();
    assertThat(partial(List.of(), List.of(issue)).parsed()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> partial(List.of(), List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> partial(blocks, List.of(issue)));
  }

  private static StatementFacts partial(List<QueryBlock> blocks, List<FactIssue> issues) {
    return new StatementFacts(
        StatementKind.SELECT, false, List.of(), blocks, List.of(), List.of(), issues);
  }
}
