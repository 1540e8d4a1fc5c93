package dev.watershed.analyzer.trend;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import java.util.List;

/** Spans of a shop and of what keeps its members, which write their own tables a little. */
final class TrendFixture {

  private TrendFixture() {}

  static CouplingFixture span() {
    return new CouplingFixture()
        .service("shop", List.of("shop.*"), List.of())
        .service("member", List.of("member.*"), List.of())
        .service("mail", List.of("mail.*"), List.of())
        .tables(
            "shop.items", "shop.orders", "member.members", "mail.queue", "misc.notes", "misc.tags")
        .run("shop", 50, "UPDATE shop.items SET a = 1")
        .run("member", 50, "UPDATE member.members SET a = 1")
        .run("mail", 50, "UPDATE mail.queue SET a = 1");
  }

  static CouplingFacts facts(CouplingFixture span) {
    return CouplingAnalysis.of(span.server("db").build(), span.mapping(), PartyLevel.SERVICE);
  }
}
