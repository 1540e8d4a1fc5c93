package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.RowSource.Computed;
import dev.watershed.sql.facts.RowSource.Derived;
import dev.watershed.sql.facts.RowSource.Derived.Origin;
import dev.watershed.sql.facts.RowSource.Join;
import dev.watershed.sql.facts.RowSource.JoinKind;
import dev.watershed.sql.facts.RowSource.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One of the things that a block joins, while the block is read. */
final class Source {

  private final String alias;
  private final Optional<Mention> mention;
  private final OptionalInt block;
  private final Origin origin;
  private final Optional<List<OutputColumn>> columns;
  private final Map<String, OutputColumn> byKey = new HashMap<>();
  private Optional<Scope> inside = Optional.empty();
  private Join join = Join.FIRST;

  private Source(
      String alias,
      Optional<Mention> mention,
      OptionalInt block,
      Origin origin,
      Optional<List<OutputColumn>> columns) {
    this.alias = alias;
    this.mention = mention;
    this.block = block;
    this.origin = origin;
    this.columns = columns;
    columns.ifPresent(
        known -> known.forEach(column -> byKey.putIfAbsent(Names.key(column.name()), column)));
  }

  static Source table(String alias, Mention mention, Optional<List<OutputColumn>> columns) {
    return new Source(alias, Optional.of(mention), OptionalInt.empty(), Origin.SUBQUERY, columns);
  }

  /**
   * A view.
   *
   * @param query its own
   */
  static Source view(
      String alias, Mention mention, ResolvedQuery query, Optional<List<OutputColumn>> columns) {
    Source view =
        new Source(
            alias, Optional.of(mention), OptionalInt.of(query.block()), Origin.VIEW, columns);
    view.inside = Optional.of(query.scope());
    return view;
  }

  static Source derived(
      String alias, int block, Origin origin, Optional<List<OutputColumn>> columns) {
    return new Source(alias, Optional.empty(), OptionalInt.of(block), origin, columns);
  }

  static Source computed(String alias, Optional<List<OutputColumn>> columns) {
    return new Source(alias, Optional.empty(), OptionalInt.empty(), Origin.SUBQUERY, columns);
  }

  String alias() {
    return alias;
  }

  /** The table or view, if it is one. */
  Optional<Mention> mention() {
    return mention;
  }

  /** The block whose rows these are, if they are a block's. */
  OptionalInt block() {
    return block;
  }

  /** In order; empty if they are unknown. */
  Optional<List<OutputColumn>> columns() {
    return columns;
  }

  /** The column of this name; empty if there is none or columns are unknown. */
  Optional<OutputColumn> column(String name) {
    return Optional.ofNullable(byKey.get(Names.key(name)));
  }

  /** Its rows are written; through a view over one table, also the table's. */
  void isWritten() {
    mention.ifPresent(Mention::isWritten);
    inside
        .map(Scope::sources)
        .filter(sources -> sources.size() == 1)
        .ifPresent(sources -> sources.get(0).isWritten());
  }

  JoinKind joinKind() {
    return join.kind();
  }

  void setJoin(Join join) {
    this.join = join;
  }

  RowSource toRowSource() {
    if (block.isPresent()) {
      return new Derived(block.getAsInt(), origin, alias, join);
    }
    return mention.isPresent()
        ? new Table(mention.get().table(), alias, join)
        : new Computed(alias, join);
  }
}
