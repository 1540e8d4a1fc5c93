package dev.watershed.sql.parse;

import java.util.List;
import java.util.Set;

/** A rewriting of a statement's tokens. */
interface Pass {

  /** The keywords without one of which there is nothing to do; empty if there may always be. */
  Set<String> triggers();

  /** The tokens after the rewriting. */
  List<SqlToken> apply(List<SqlToken> tokens);
}
