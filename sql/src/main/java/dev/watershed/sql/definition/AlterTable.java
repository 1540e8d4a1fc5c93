package dev.watershed.sql.definition;

import dev.watershed.sql.definition.AlterAction.Add;
import dev.watershed.sql.definition.AlterAction.ChangeColumn;
import dev.watershed.sql.definition.AlterAction.SetOptions;
import dev.watershed.sql.definition.TableElement.Column;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ALTER TABLE, CREATE INDEX or DROP INDEX.
 *
 * @param ifExists whether a table that is not there is none to fail on
 * @param actions in order
 * @param algorithm behind ALGORITHM, in capitals
 * @param lock behind LOCK, in capitals
 */
public record AlterTable(
    QualifiedName name,
    boolean ifExists,
    List<LocatedAction> actions,
    Optional<String> algorithm,
    Optional<String> lock)
    implements Definition {

  public AlterTable {
    Objects.requireNonNull(name, "name");
    actions = List.copyOf(actions);
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(lock, "lock");
  }

  /** Columns, indexes and constraints that are added, in order. */
  public List<TableElement> added() {
    return actions.stream()
        .map(LocatedAction::action)
        .flatMap(
            action ->
                action instanceof Add add
                    ? add.elements().stream()
                    : action instanceof ChangeColumn change
                        ? change.others().stream()
                        : Stream.<TableElement>empty())
        .toList();
  }

  /** Columns that have a new definition, in order. */
  public List<Column> modified() {
    return actions.stream()
        .map(LocatedAction::action)
        .filter(ChangeColumn.class::isInstance)
        .map(action -> ((ChangeColumn) action).column())
        .toList();
  }

  /** What is said about the table as a whole. */
  public TableOptions options() {
    return actions.stream()
        .map(LocatedAction::action)
        .filter(SetOptions.class::isInstance)
        .map(action -> ((SetOptions) action).options())
        .reduce(TableOptions.NONE, TableOptions::then);
  }

  /** Whether it says no more than dumps do: what is added, new definitions in place, options. */
  public boolean addsOnly() {
    return actions.stream()
        .map(LocatedAction::action)
        .allMatch(
            action ->
                action instanceof SetOptions
                    || (action instanceof Add add && !add.position().said() && !add.unlessExists())
                    || (action instanceof ChangeColumn change
                        && !change.position().said()
                        && change.from().equalsIgnoreCase(change.column().name())));
  }
}
