package dev.watershed.analyzer.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.binary.FactsOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedFactsTest {

  private static final FactsOrigin ORIGIN = new FactsOrigin(1, "0f");

  /** Parses, and knows what it was asked. */
  private final List<AskedStatement> parsed = new ArrayList<>();

  private final CatalogReader counting =
      (statement, tables) -> {
        parsed.add(statement);
        return CatalogReader.PARSING.read(statement, tables);
      };

  private static AskedStatement statement(long digest, String text) {
    return new AskedStatement(digest, text, false, Optional.of("shop"));
  }

  private static final AskedStatement ONE = statement(1, "SELECT `a` FROM `t` WHERE `b` = ?");
  private static final AskedStatement TWO = statement(2, "DELETE FROM `t`");

  private RememberedFacts run(FactsOrigin origin, Optional<byte[]> earlier) {
    parsed.clear();
    return new RememberedFacts(origin, earlier, counting);
  }

  private static StatementFacts read(RememberedFacts run, AskedStatement statement) {
    return run.read(statement, SchemaView.NONE);
  }

  private Optional<byte[]> bothKnown() {
    RememberedFacts run = run(ORIGIN, Optional.empty());
    read(run, ONE);
    read(run, TWO);
    assertThat(parsed).containsExactly(ONE, TWO);
    return run.forNextRun();
  }

  @Test
  void theSecondRunParsesNothing() {
    Optional<byte[]> earlier = bothKnown();
    RememberedFacts run = run(ORIGIN, earlier);
    assertThat(read(run, ONE)).isEqualTo(CatalogReader.PARSING.read(ONE, SchemaView.NONE));
    assertThat(read(run, TWO)).isEqualTo(CatalogReader.PARSING.read(TWO, SchemaView.NONE));
    assertThat(parsed).isEmpty();
    assertThat(run.forNextRun()).as("what is known need not be written").isEmpty();
  }

  @Test
  void whatIsNewIsParsedAndWhatWasNotAskedForGoes() {
    Optional<byte[]> earlier = bothKnown();
    AskedStatement three = statement(3, "SELECT `c` FROM `t`");
    RememberedFacts second = run(ORIGIN, earlier);
    read(second, ONE);
    read(second, three);
    read(second, three);
    assertThat(parsed).containsExactly(three);
    RememberedFacts third = run(ORIGIN, second.forNextRun());
    read(third, ONE);
    read(third, three);
    assertThat(parsed).isEmpty();
    read(third, TWO);
    assertThat(parsed).containsExactly(TWO);
  }

  @Test
  void anotherOriginOrDamageIsAsIfNothingWereKnown() {
    byte[] bytes = bothKnown().orElseThrow();
    byte[] damaged = bytes.clone();
    damaged[bytes.length / 2]++;
    for (RememberedFacts run :
        List.of(
            run(new FactsOrigin(2, "0f"), Optional.of(bytes)),
            run(new FactsOrigin(1, "10"), Optional.of(bytes)),
            run(ORIGIN, Optional.of(damaged)),
            run(ORIGIN, Optional.of(new byte[0])))) {
      parsed.clear();
      read(run, ONE);
      assertThat(parsed).containsExactly(ONE);
      assertThat(run.forNextRun()).isPresent();
    }
  }
}
