package dev.watershed.sql.lexical;

import java.util.List;

/**
 * What a statement does when it runs, or all statements of a body.
 *
 * @param tables each table once per action; without the temporary tables that the text makes
 * @param calls what it may call, each once, in order of first appearance
 * @param dynamic whether it runs a statement whose text is made at run time (PREPARE, EXECUTE)
 */
public record LexicalActions(List<TableAction> tables, List<RoutineCall> calls, boolean dynamic) {

  /** Nothing. */
  public static final LexicalActions NONE = new LexicalActions(List.of(), List.of(), false);

  public LexicalActions {
    tables = List.copyOf(tables);
    calls = List.copyOf(calls);
  }
}
