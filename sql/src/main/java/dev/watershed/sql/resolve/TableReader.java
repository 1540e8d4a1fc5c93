package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import dev.watershed.sql.facts.KnownRelation;
import dev.watershed.sql.facts.KnownRelation.KnownTable;
import dev.watershed.sql.facts.KnownRelation.KnownView;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.lexical.TableUse;
import dev.watershed.sql.parse.ParsedStatement.Query;
import dev.watershed.sql.parse.Reading;
import dev.watershed.sql.parse.StatementParser;
import java.util.List;
import java.util.Optional;

/** Makes sources of tables and views. The query of a view is read where the view stands. */
final class TableReader {

  /** Deeper, views are taken as tables. */
  private static final int MAX_VIEWS = 16;

  private final FactsBuilder facts;
  private final TableResolver resolver;
  private final int views;

  /**
   * @param views how many views this stands in
   */
  TableReader(FactsBuilder facts, TableResolver resolver, int views) {
    this.facts = facts;
    this.resolver = resolver;
    this.views = views;
  }

  TableResolver resolver() {
    return resolver;
  }

  FactsBuilder facts() {
    return facts;
  }

  /** The source that a name in FROM means. */
  Source source(Optional<String> schema, String name, String alias, int block) {
    ResolvedTable table = resolver.resolve(schema, name);
    Mention mention = facts.mention(table.ref(), TableUse.READ, views > 0);
    Optional<KnownRelation> relation = table.relation();
    if (relation.isPresent() && relation.get() instanceof KnownView view) {
      return view(view, alias, mention, block);
    }
    return Source.table(alias, mention, relation.map(TableReader::columns));
  }

  /** Names the tables of a view that is not parsed. */
  private void wordsOf(KnownView view) {
    TableResolver inside = resolver.in(view.schema());
    LexicalPass.of(view.query())
        .tables()
        .forEach(
            table ->
                facts.mention(
                    inside.resolve(table.schema(), table.table()).ref(), TableUse.READ, true));
  }

  private static List<OutputColumn> columns(KnownRelation relation) {
    return ((KnownTable) relation).columns().stream().map(OutputColumn::of).toList();
  }

  private Source view(KnownView view, String alias, Mention mention, int block) {
    List<String> names = view.columns();
    Optional<List<OutputColumn>> named =
        names.isEmpty()
            ? Optional.empty()
            : Optional.of(names.stream().map(OutputColumn::named).toList());
    Reading reading = StatementParser.parse(view.query());
    boolean readable =
        views < MAX_VIEWS
            && !facts.isFull()
            && reading.statement().filter(Query.class::isInstance).isPresent();
    if (!readable) {
      facts.issue(new FactIssue(Reason.OPAQUE_VIEW, mention.table().qualifiedName()));
      wordsOf(view);
      return Source.table(alias, mention, named);
    }
    TableReader inside = new TableReader(facts, resolver.in(view.schema()), views + 1);
    ResolvedQuery query =
        new QueryReader(inside)
            .read(
                ((Query) reading.statement().get()).select(),
                Optional.empty(),
                CommonTables.none(),
                block);
    return Source.view(alias, mention, query, OutputColumns.renamed(query.columns(), names));
  }
}
