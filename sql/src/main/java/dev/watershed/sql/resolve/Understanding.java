package dev.watershed.sql.resolve;

import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableWrite;
import dev.watershed.sql.facts.TableWrite.WriteKind;
import dev.watershed.sql.lexical.LexicalFacts;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.lexical.TableReference;
import dev.watershed.sql.lexical.TableUse;
import dev.watershed.sql.parse.ParsedStatement;
import dev.watershed.sql.parse.ParsedStatement.Delete;
import dev.watershed.sql.parse.ParsedStatement.Insert;
import dev.watershed.sql.parse.ParsedStatement.Query;
import dev.watershed.sql.parse.ParsedStatement.Update;
import dev.watershed.sql.parse.Reading;
import dev.watershed.sql.parse.StatementParser;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What statements do, from their texts and a catalog. */
public final class Understanding {

  /**
   * Raised whenever the facts about any statement change, so that facts that are kept are not used.
   */
  public static final int VERSION = 4;

  private Understanding() {}

  /**
   * What a statement does. Any text gets an answer.
   *
   * <p>SELECT, INSERT, REPLACE, UPDATE and DELETE are parsed; where that fails, kind and tables are
   * those of the lexical pass, and an issue says why. Of all others the lexical pass knows all
   * there is to say: they count as parsed, without blocks.
   *
   * @param text the canonical fingerprint text, or a statement with its literals
   * @param truncated whether it is the beginning of a statement only
   * @param defaultSchema the schema of tables that are named without one
   * @param schemas the tables that there are
   */
  public static StatementFacts of(
      String text, boolean truncated, Optional<String> defaultSchema, SchemaView schemas) {
    TableResolver resolver = new TableResolver(schemas, defaultSchema);
    LexicalFacts words = LexicalPass.of(text, truncated);
    if (!isParsed(words.kind())) {
      return byWords(words, resolver).parsed(words.kind(), List.of());
    }
    if (truncated) {
      return partial(words, resolver, List.of(), new FactIssue(Reason.TRUNCATED, ""));
    }
    Reading reading = StatementParser.parse(text);
    if (reading.rejection().isPresent()) {
      return partial(words, resolver, reading.hints(), reading.rejection().get());
    }
    FactsBuilder facts = new FactsBuilder();
    read(reading.statement().orElseThrow(), words.kind(), new TableReader(facts, resolver, 0));
    return facts.parsed(words.kind(), reading.hints());
  }

  /** Whether statements of this kind are parsed, so that a share of parsed ones means something. */
  public static boolean isParsed(StatementKind kind) {
    return switch (kind) {
      case SELECT, INSERT, REPLACE, UPDATE, DELETE -> true;
      default -> false;
    };
  }

  private static void read(ParsedStatement statement, StatementKind kind, TableReader tables) {
    QueryReader queries = new QueryReader(tables);
    Writes writes = new Writes(queries);
    if (statement instanceof Query query) {
      queries.readOutermost(query.select(), BlockReader.Mode.QUERY);
    } else if (statement instanceof Insert insert) {
      writes.read(insert, kind == StatementKind.REPLACE ? WriteKind.REPLACE : WriteKind.INSERT);
    } else if (statement instanceof Update update) {
      writes.read(update);
    } else if (statement instanceof Delete delete) {
      writes.read(delete);
    }
  }

  private static StatementFacts partial(
      LexicalFacts words, TableResolver resolver, List<String> hints, FactIssue issue) {
    FactsBuilder facts = byWords(words, resolver);
    facts.issue(issue);
    return facts.unparsed(words.kind(), hints);
  }

  private static FactsBuilder byWords(LexicalFacts words, TableResolver resolver) {
    FactsBuilder facts = new FactsBuilder();
    boolean whole = words.kind() == StatementKind.TRUNCATE || words.kind() == StatementKind.LOAD;
    for (TableReference table : words.tables()) {
      ResolvedTable resolved = resolver.resolve(table.schema(), table.table());
      facts.mention(resolved.ref(), table.use(), false);
      if (whole && table.use() == TableUse.WRITE) {
        facts.write(
            new TableWrite(resolved.ref(), WriteKind.WHOLE, List.of(), OptionalInt.empty()));
      }
    }
    return facts;
  }
}
