package dev.watershed.sql.resolve;

import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableRef.Presence;
import dev.watershed.sql.facts.TableWrite;
import dev.watershed.sql.lexical.TableUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The facts about one statement, as they are found. */
final class FactsBuilder {

  /** Views of views multiply: a statement of more blocks is cut there. */
  static final int MAX_BLOCKS = 2_000;

  private final List<Mention> mentions = new ArrayList<>();
  private final List<QueryBlock> blocks = new ArrayList<>();
  private final List<TableWrite> writes = new ArrayList<>();
  private final Set<FactIssue> issues = new LinkedHashSet<>();
  private int reserved;

  /** The number of the next block. */
  int reserveBlock() {
    return reserved++;
  }

  boolean isFull() {
    return reserved >= MAX_BLOCKS;
  }

  /** Blocks are added when they are complete, inner ones first. */
  void add(QueryBlock block) {
    blocks.add(block);
  }

  Mention mention(TableRef table, TableUse use, boolean throughView) {
    Mention mention = new Mention(table, use, throughView);
    mentions.add(mention);
    if (table.presence() == Presence.MISSING) {
      issue(new FactIssue(Reason.MISSING_TABLE, table.qualifiedName()));
    } else if (table.presence() == Presence.AMBIGUOUS) {
      issue(new FactIssue(Reason.AMBIGUOUS_TABLE, table.qualifiedName()));
    }
    return mention;
  }

  void write(TableWrite write) {
    writes.add(write);
  }

  void issue(FactIssue issue) {
    issues.add(issue);
  }

  private List<NamedTable> tables() {
    Set<NamedTable> distinct = new LinkedHashSet<>();
    mentions.forEach(mention -> distinct.add(mention.named()));
    return List.copyOf(distinct);
  }

  StatementFacts parsed(StatementKind kind, List<String> hints) {
    List<QueryBlock> inOrder = new ArrayList<>(blocks);
    inOrder.sort((a, b) -> Integer.compare(a.number(), b.number()));
    return new StatementFacts(kind, true, tables(), inOrder, writes, hints, List.copyOf(issues));
  }

  /** The facts about a statement that is not parsed. */
  StatementFacts unparsed(StatementKind kind, List<String> hints) {
    return new StatementFacts(kind, false, tables(), List.of(), writes, hints, List.copyOf(issues));
  }
}
