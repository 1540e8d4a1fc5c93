package dev.watershed.sql.facts.binary;

import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.StatementFacts;
import java.util.List;

/** The facts about a statement. */
final class StatementCodec {

  private static final List<StatementKind> KINDS = List.of(StatementKind.values());
  private static final List<FactIssue.Reason> REASONS = List.of(FactIssue.Reason.values());

  private StatementCodec() {}

  static void write(FactsOutput out, StatementFacts facts) {
    out.constant(facts.kind());
    out.flag(facts.parsed());
    out.list(facts.tables(), TableCodec::writeNamed);
    out.list(facts.blocks(), BlockCodec::write);
    out.list(facts.writes(), TableCodec::writeWrite);
    out.list(facts.hints(), FactsOutput::text);
    out.list(facts.issues(), StatementCodec::writeIssue);
  }

  static StatementFacts read(FactsInput in) {
    return new StatementFacts(
        in.constant(KINDS),
        in.flag(),
        in.list(TableCodec::readNamed),
        in.list(BlockCodec::read),
        in.list(TableCodec::readWrite),
        in.list(FactsInput::text),
        in.list(StatementCodec::readIssue));
  }

  private static void writeIssue(FactsOutput out, FactIssue issue) {
    out.constant(issue.reason());
    out.text(issue.subject());
  }

  private static FactIssue readIssue(FactsInput in) {
    return new FactIssue(in.constant(REASONS), in.text());
  }
}
