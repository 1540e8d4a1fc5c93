package dev.watershed.collector.dump;

import dev.watershed.collector.dump.AlteredColumns.Altered;
import dev.watershed.sql.definition.AlterAction;
import dev.watershed.sql.definition.AlterAction.DropPart;
import dev.watershed.sql.definition.AlterAction.Named;
import dev.watershed.sql.definition.AlterAction.SetVisible;
import dev.watershed.sql.definition.TableElement.Check;
import dev.watershed.sql.definition.TableElement.Column;
import dev.watershed.sql.definition.TableElement.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The foreign keys and checks of a table that is altered. */
final class AlteredConstraints {

  private final String table;
  private final boolean mariaDb;
  private final List<Reference> references;
  private final List<Check> checks;

  AlteredConstraints(TableDraft old, ServerVersion server) {
    this.table = old.name();
    this.mariaDb = server.mariaDb();
    this.references = new ArrayList<>(old.references());
    this.checks = new ArrayList<>(old.checks());
  }

  List<Reference> references() {
    return references;
  }

  List<Check> checks() {
    return checks;
  }

  /** Whether the action was about one of these. */
  boolean change(AlterAction action) {
    if (action instanceof DropPart drop) {
      return drop(drop);
    }
    if (action instanceof SetVisible change
        && (change.kind() == Named.CHECK || change.kind() == Named.CONSTRAINT)) {
      Check check = check(change.name()).orElseThrow(() -> unknown("check", change.name()));
      checks.set(
          checks.indexOf(check),
          new Check(check.name(), check.expression(), change.visible(), check.ofColumn()));
      return true;
    }
    return false;
  }

  private boolean drop(DropPart drop) {
    boolean constraint = drop.kind() == Named.CONSTRAINT;
    if (constraint || drop.kind() == Named.FOREIGN_KEY) {
      Optional<Reference> reference =
          references.stream()
              .filter(one -> one.name().filter(drop.name()::equalsIgnoreCase).isPresent())
              .findFirst();
      if (reference.isPresent()) {
        return references.remove(reference.get());
      }
      if (!constraint) {
        return absent("foreign key", drop);
      }
    }
    if (constraint || drop.kind() == Named.CHECK) {
      Optional<Check> check = check(drop.name());
      if (check.isPresent()) {
        return checks.remove(check.get());
      }
      return !constraint && absent("check", drop);
    }
    return false;
  }

  private boolean absent(String what, DropPart drop) {
    if (!drop.ifExists()) {
      throw unknown(what, drop.name());
    }
    return true;
  }

  private Optional<Check> check(String name) {
    return checks.stream()
        .filter(check -> check.name().filter(name::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  private IllegalArgumentException unknown(String what, String name) {
    return new IllegalArgumentException("table '" + table + "' has no " + what + " '" + name + "'");
  }

  /** Follows the columns: foreign keys by their names; checks go with their only column. */
  void follow(AlteredColumns columns, List<Column> old) {
    for (Reference reference : List.copyOf(references)) {
      List<String> names = new ArrayList<>();
      for (String column : reference.columns()) {
        Altered after =
            columns
                .ofBefore(column)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "column '"
                                + column
                                + "' of table '"
                                + table
                                + "' is needed by the foreign key '"
                                + reference.name().orElse("")
                                + "'; drop that first"));
        names.add(after.column().name());
      }
      references.set(references.indexOf(reference), with(reference, names));
    }
    for (Column column : old) {
      Optional<Altered> after = columns.ofBefore(column.name());
      if (after.isEmpty() || !after.get().isCalled(column.name())) {
        leave(column.name(), after.isPresent(), old);
      }
    }
  }

  /** A column is dropped or gets another name. */
  private void leave(String column, boolean renamed, List<Column> old) {
    for (Check check : List.copyOf(checks)) {
      if (Mentions.of(check.expression(), column)) {
        boolean alone =
            mariaDb
                ? check.ofColumn()
                : old.stream()
                    .noneMatch(
                        other ->
                            !other.name().equalsIgnoreCase(column)
                                && Mentions.of(check.expression(), other.name()));
        if (renamed && mariaDb) {
          continue;
        }
        if (renamed || !alone) {
          throw new IllegalArgumentException(
              "the check '"
                  + check.name().orElse("")
                  + "' of table '"
                  + table
                  + "' uses column '"
                  + column
                  + "'; drop the check first");
        }
        checks.remove(check);
      }
    }
  }

  private static Reference with(Reference reference, List<String> columns) {
    return new Reference(
        reference.name(),
        reference.index(),
        columns,
        reference.referenced(),
        reference.referencedColumns(),
        reference.onUpdate(),
        reference.onDelete(),
        reference.ofColumn());
  }

  /** Gives a check the name that the server gives it. */
  static Check named(Check check, String table, List<Check> others, ServerVersion server) {
    if (check.name().isPresent()) {
      return check;
    }
    if (server.mariaDb()) {
      return check.ofColumn() ? with(check, "") : with(check, free("CONSTRAINT_", 1, others));
    }
    return with(check, free(table + "_chk_", highest(table + "_chk_", others) + 1, others));
  }

  private static int highest(String prefix, List<Check> others) {
    return others.stream()
        .flatMap(check -> check.name().stream())
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .filter(number -> number.matches("\\d{1,9}"))
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  private static String free(String prefix, int from, List<Check> others) {
    int number = from;
    while (true) {
      String name = prefix + number;
      if (others.stream().noneMatch(check -> check.name().equals(Optional.of(name)))) {
        return name;
      }
      number++;
    }
  }

  private static Check with(Check check, String name) {
    return new Check(Optional.of(name), check.expression(), check.enforced(), check.ofColumn());
  }
}
