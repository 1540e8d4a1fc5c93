package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two schemas of one server whose tables are used together: by half of what uses the lesser one, or
 * by a tenth of it where one service owns all that is used of both. Use together is the greater of
 * statements that name tables of both and transactions that use both. Apart from joins that the
 * database does as well over schemas, it saves grants, dumps and migrations of a schema.
 */
final class MergeSchemas {

  private static final double LEAST_SHARE = 0.5;
  private static final double LEAST_SHARE_OF_ONE_OWNER = 0.1;
  private static final double LEAST_CALLS = 5;
  private static final int MOST_NAMES = 5;
  private static final int UNKNOWN = -1;

  private final ProposalInput given;
  private final CouplingInput input;
  private final SchemaUse use;

  private MergeSchemas(ProposalInput given) {
    this.given = given;
    input = given.facts().input();
    use = new SchemaUse(given);
  }

  static List<Proposal> of(ProposalInput given) {
    MergeSchemas schemas = new MergeSchemas(given);
    List<Proposal> proposals = new ArrayList<>();
    for (Map.Entry<SchemaPair, SchemaUse.Together> each : schemas.use.pairs().entrySet()) {
      SchemaPair pair = each.getKey();
      double share = schemas.share(pair, each.getValue());
      Set<Integer> owners = schemas.owners(pair);
      double least = one(owners) ? LEAST_SHARE_OF_ONE_OWNER : LEAST_SHARE;
      if (share >= least && each.getValue().calls() >= LEAST_CALLS) {
        proposals.add(schemas.proposal(pair, each.getValue(), share, owners));
      }
    }
    return proposals;
  }

  private double share(SchemaPair pair, SchemaUse.Together together) {
    double lesser =
        Math.min(
            use.perSecond(pair.dataSet(), pair.first()),
            use.perSecond(pair.dataSet(), pair.second()));
    double both = Math.max(together.statementsPerSecond(), together.transactionsPerSecond());
    return lesser == 0 ? 0 : Math.min(1, both / lesser);
  }

  /** The owners of what is used of both; an unknown one is one more. */
  private Set<Integer> owners(SchemaPair pair) {
    Set<Integer> owners = new TreeSet<>();
    for (int table = 0; table < input.tables().size(); table++) {
      boolean used = given.facts().matrix().start(table) < given.facts().matrix().end(table);
      if (used && isOf(pair, table) && !given.facts().hubs().get(table)) {
        OptionalInt owner = given.facts().ownership().reliableOwner(table);
        owners.add(owner.orElse(UNKNOWN));
      }
    }
    return owners;
  }

  private static boolean one(Set<Integer> owners) {
    return owners.size() == 1 && !owners.contains(UNKNOWN);
  }

  private boolean isOf(SchemaPair pair, int table) {
    CoupledTable named = input.tables().get(table);
    return named.dataSet().equals(pair.dataSet())
        && (named.schema().equals(pair.first()) || named.schema().equals(pair.second()));
  }

  private Proposal proposal(
      SchemaPair pair, SchemaUse.Together together, double share, Set<Integer> owners) {
    boolean turned =
        use.perSecond(pair.dataSet(), pair.second()) > use.perSecond(pair.dataSet(), pair.first());
    String into = turned ? pair.second() : pair.first();
    String from = turned ? pair.first() : pair.second();
    ProposalMaker maker =
        new ProposalMaker(
                input,
                ProposalKind.MERGE_SCHEMAS,
                List.of(pair.dataSet(), pair.first(), pair.second()))
            .touches(
                List.of(
                    SchemaPlaces.touched(pair.dataSet(), pair.first()),
                    SchemaPlaces.touched(pair.dataSet(), pair.second())));
    List<Saying> obstacles = obstacles(pair, from);
    if (obstacles.isEmpty()) {
      maker.move(new Move.MergeSchemas(List.of(from), into));
    }
    obstacles.forEach(maker::risk);
    maker.ground(
        Saying.of(
            "merge-schemas.share",
            "{0} % of what uses the lesser one uses both: {1} statements and {2} transactions a"
                + " second",
            Saying.number(100 * share, 0),
            Saying.perSecond(together.statementsPerSecond()),
            Saying.perSecond(together.transactionsPerSecond())));
    boolean one = one(owners);
    if (one) {
      maker.ground(
          Saying.of(
              "merge-schemas.owner",
              "all that is used of them is {0}'s",
              input.parties().name(owners.iterator().next())));
    } else {
      maker.risk(
          Saying.of(
              "merge-schemas.owners",
              "they have several owners: their rights would have to be told apart by table"));
    }
    together.touches().forEach(maker::proof);
    maker.risk(
        Saying.of(
            "merge-schemas.default",
            "statements that name the schema, or rely on the default one, have to be changed"));
    maker.step(
        Saying.of(
            "merge-schemas.name",
            "let every service that uses {0} name its tables with the schema",
            from));
    maker.step(
        Saying.of(
            "merge-schemas.rename",
            "rename the tables into {0}, and leave views of the old names behind",
            into));
    maker.step(
        Saying.of(
            "merge-schemas.views", "have the services use the new names, and drop the views"));
    return maker.make(
        Saying.of(
            "merge-schemas.merge",
            "merge the schema {0} into {1} on {2}: they are used together",
            from,
            into,
            pair.dataSet()),
        together.onlyThesePerSecond(),
        obstacles.isEmpty() && one ? Confidence.MEDIUM : Confidence.LOW);
  }

  /** Names that meet, and schemas of the same name elsewhere, which a move by name takes along. */
  private List<Saying> obstacles(SchemaPair pair, String from) {
    List<Saying> obstacles = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    boolean elsewhere = false;
    for (CoupledTable table : input.tables().all()) {
      boolean here = table.dataSet().equals(pair.dataSet());
      boolean of = table.schema().equals(pair.first()) || table.schema().equals(pair.second());
      if (here && of && table.kind() != CoupledTable.Kind.MISSING && !seen.add(table.name())) {
        twice.add(table.name());
      }
      elsewhere |= !here && table.schema().equals(from);
    }
    if (!twice.isEmpty()) {
      obstacles.add(
          twice.size() > MOST_NAMES
              ? Saying.of(
                  "merge-schemas.more-names",
                  "both have {0} and {1} more names: rename one first",
                  twice.stream().limit(MOST_NAMES).toList(),
                  twice.size() - MOST_NAMES)
              : Saying.of("merge-schemas.names", "both have {0}: rename one first", twice));
    }
    if (elsewhere) {
      obstacles.add(
          Saying.of(
              "merge-schemas.elsewhere",
              "another server has a schema {0} too, which a move by name takes along",
              from));
    }
    return obstacles;
  }
}
