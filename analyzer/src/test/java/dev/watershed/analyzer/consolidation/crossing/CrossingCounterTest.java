package dev.watershed.analyzer.consolidation.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossingCounterTest {

  /** What no tag tells may be of the module that owns the table. */
  @Test
  void aServiceIsNotForeignToItsModules() {
    CouplingFixture fixture =
        new CouplingFixture()
            .modules("market", "gifts", "mail")
            .service("booking", List.of(), List.of())
            .tables("market.gifts_a")
            .run("market", 40, "UPDATE market.gifts_a SET a = 1")
            .run("gifts", 30, "UPDATE market.gifts_a SET a = 1")
            .run("mail", 20, "UPDATE market.gifts_a SET a = 1")
            .run("booking", 10, "UPDATE market.gifts_a SET a = 1");
    CouplingFacts facts =
        CouplingAnalysis.of(
            fixture.server("db").build(PartyLevel.MODULE), fixture.mapping(), PartyLevel.MODULE);
    Placement today = Placement.today(facts);
    CrossingCounter counter = new CrossingCounter(facts.input(), new BitSet());
    double foreign = 30 / CouplingFixture.SECONDS;
    assertThat(counter.count(today).foreignWrites()).isCloseTo(foreign, within(1e-9));
    BitSet all = new BitSet();
    all.set(0);
    assertThat(counter.foreign(today, all)).isCloseTo(foreign, within(1e-9));
  }
}
