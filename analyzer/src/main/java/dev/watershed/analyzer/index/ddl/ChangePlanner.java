package dev.watershed.analyzer.index.ddl;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says how an index is added or dropped. InnoDB builds a secondary index in place, with reads and
 * writes beside it (MySQL 8.4 Reference Manual, 17.12.1 "Online DDL Operations"); but a replica
 * applies the statement as one, so that it falls behind for as long as the index takes to build,
 * and on a busy table the log of changes may outgrow {@code innodb_online_alter_log_max_size}. So
 * large tables with replicas, and large tables that are written to all the time, are better copied
 * by gh-ost or pt-online-schema-change.
 */
public final class ChangePlanner {

  /** Beyond this a replica falls behind by minutes while an index is built. */
  private static final long LARGE_WITH_REPLICAS_BYTES = 1L << 30;

  private static final long LARGE_BYTES = 10L << 30;
  private static final double BUSY_WRITES_PER_SECOND = 100;

  private final ServerAbilities abilities;

  public ChangePlanner(ServerAbilities abilities) {
    this.abilities = abilities;
  }

  /** The statements for an advice. */
  public ChangePlan plan(IndexAdvice advice, TableCondition table) {
    return switch (advice.kind()) {
      case ADD, EXTEND -> add(advice, table);
      case MAKE_VISIBLE -> makeVisible(advice);
      case DROP_DUPLICATE, DROP_REDUNDANT, DROP_UNUSED, DROP_LOW_VALUE -> drop(advice);
    };
  }

  private ChangePlan makeVisible(IndexAdvice advice) {
    String target = IndexText.quoted(advice.schema(), advice.table());
    String name = IndexText.quoted(advice.index().name());
    String hide = hide(target, name);
    return new ChangePlan(
        List.of(show(target, name)),
        List.of(),
        hide.isEmpty() ? List.of() : List.of(hide),
        Optional.empty(),
        List.of(
            Saying.of(
                "change.visible", "The index is there and kept up to date: nothing is built.")));
  }

  private ChangePlan add(IndexAdvice advice, TableCondition table) {
    String target = IndexText.quoted(advice.schema(), advice.table());
    IndexDefinition index = advice.index();
    String name = IndexText.quoted(index.name());
    String change = "ADD INDEX " + name + " " + IndexText.parts(index.parts());
    List<String> later = new ArrayList<>();
    List<Saying> remarks = new ArrayList<>();
    if (advice.kind() == Kind.EXTEND) {
      for (String replaced : advice.others()) {
        later.addAll(dropStatements(target, replaced));
      }
      remarks.add(
          Saying.of(
              "change.replaces",
              "The index that it replaces goes only after the new one is in use."));
    }
    if (blocksWrites(index)) {
      remarks.add(
          Saying.of(
              "change.expression",
              "An expression is kept in a hidden column, which is added with it: writes wait while"
                  + " the index is built."));
    }
    return new ChangePlan(
        List.of("ALTER TABLE " + target + " " + change + inPlace(index)),
        later,
        List.of("ALTER TABLE " + target + " DROP INDEX " + name),
        external(advice, table, change),
        remarks);
  }

  private ChangePlan drop(IndexAdvice advice) {
    String target = IndexText.quoted(advice.schema(), advice.table());
    IndexDefinition index = advice.index();
    String name = IndexText.quoted(index.name());
    String restore =
        "ALTER TABLE "
            + target
            + (index.unique() ? " ADD UNIQUE INDEX " : " ADD INDEX ")
            + name
            + " "
            + IndexText.parts(index.parts())
            + inPlace(index);
    String hide = hide(target, name);
    if (hide.isEmpty() || index.unique()) {
      boolean whole =
          index.parts().stream()
              .noneMatch(part -> part.expression().filter(text -> text.contains("?")).isPresent());
      return new ChangePlan(
          List.of(drop(target, name)),
          List.of(),
          whole ? List.of(restore) : List.of(),
          Optional.empty(),
          List.of(
              whole
                  ? Saying.of(
                      "change.at-once", "It goes at once: keep the statement that restores it.")
                  : Saying.of(
                      "change.literals",
                      "It goes at once, and its literals are not known: keep SHOW CREATE TABLE.")));
    }
    return new ChangePlan(
        List.of(hide),
        List.of(drop(target, name)),
        List.of(show(target, name)),
        Optional.empty(),
        List.of(
            Saying.of(
                "change.hidden",
                "Hidden first, so that it is back at once if a statement needs it.")));
  }

  private static String inPlace(IndexDefinition index) {
    return ", ALGORITHM=INPLACE, LOCK=" + (blocksWrites(index) ? "SHARED" : "NONE");
  }

  /** MySQL refuses {@code LOCK=NONE} where a hidden column is added with the index. */
  private static boolean blocksWrites(IndexDefinition index) {
    return index.parts().stream().anyMatch(part -> part.expression().isPresent());
  }

  private List<String> dropStatements(String target, String index) {
    String name = IndexText.quoted(index);
    String hide = hide(target, name);
    return hide.isEmpty() ? List.of(drop(target, name)) : List.of(hide, drop(target, name));
  }

  private static String drop(String target, String name) {
    return "ALTER TABLE " + target + " DROP INDEX " + name;
  }

  private String hide(String target, String name) {
    return switch (abilities.hides()) {
      case INVISIBLE -> "ALTER TABLE " + target + " ALTER INDEX " + name + " INVISIBLE";
      case IGNORED -> "ALTER TABLE " + target + " ALTER INDEX " + name + " IGNORED";
      case NONE -> "";
    };
  }

  private String show(String target, String name) {
    String word =
        abilities.hides() == ServerAbilities.Hiding.INVISIBLE ? " VISIBLE" : " NOT IGNORED";
    return "ALTER TABLE " + target + " ALTER INDEX " + name + word;
  }

  private static Optional<ChangePlan.External> external(
      IndexAdvice advice, TableCondition table, String change) {
    long bytes = table.bytes().orElse(0);
    boolean lags = table.replicas() && bytes >= LARGE_WITH_REPLICAS_BYTES;
    boolean busy =
        bytes >= LARGE_BYTES && table.writesPerSecond().orElse(0) >= BUSY_WRITES_PER_SECOND;
    if (!lags && !busy) {
      return Optional.empty();
    }
    String quotedChange = shell(change);
    return Optional.of(
        new ChangePlan.External(
            "gh-ost --database="
                + shell(advice.schema())
                + " --table="
                + shell(advice.table())
                + " --alter="
                + quotedChange
                + " --execute",
            "pt-online-schema-change --alter "
                + quotedChange
                + " "
                + shell("D=" + advice.schema() + ",t=" + advice.table())
                + " --execute",
            lags
                ? Saying.of(
                    "change.replicas", "Replicas would fall behind while the index is built.")
                : Saying.of("change.busy", "The table is large and written to all the time.")));
  }

  private static String shell(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
