package dev.watershed.analyzer.change;

import dev.watershed.sql.definition.AlterAction;
import dev.watershed.sql.definition.AlterAction.Add;
import dev.watershed.sql.definition.AlterAction.ChangeColumn;
import dev.watershed.sql.definition.AlterAction.DropPart;
import dev.watershed.sql.definition.AlterAction.Rename;
import dev.watershed.sql.definition.AlterAction.SetDefault;
import dev.watershed.sql.definition.AlterAction.SetVisible;
import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.LocatedAction;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.sql.definition.ScriptPlace;
import dev.watershed.sql.definition.TableElement;
import dev.watershed.sql.definition.TableElement.Check;
import dev.watershed.sql.definition.TableElement.Column;
import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.sql.definition.TableElement.Reference;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the clause of a statement that a change comes from. */
final class ClausePlaces {

  private final LocatedDefinition statement;
  private final String path;
  private final List<LocatedAction> actions;

  ClausePlaces(LocatedDefinition statement, String path) {
    this.statement = statement;
    this.path = path;
    this.actions = statement.definition() instanceof AlterTable alter ? alter.actions() : List.of();
  }

  /** The statement itself. */
  ChangePlace statement() {
    return new ChangePlace(path, statement.line(), statement.column());
  }

  /** A place of the statement in its file. */
  ChangePlace of(ScriptPlace place) {
    return new ChangePlace(path, place.line(), place.column());
  }

  /** The clause that names this column, index or constraint; else the statement. */
  ChangePlace naming(String name) {
    return of(action -> names(action, name));
  }

  /** The first clause of a kind; else the statement. */
  ChangePlace ofKind(Class<? extends AlterAction> kind) {
    return of(kind::isInstance);
  }

  private ChangePlace of(Predicate<AlterAction> wanted) {
    Optional<ScriptPlace> found =
        actions.stream()
            .filter(located -> wanted.test(located.action()))
            .map(LocatedAction::place)
            .findFirst();
    return found
        .or(() -> actions.size() == 1 ? Optional.of(actions.get(0).place()) : Optional.empty())
        .map(place -> new ChangePlace(path, place.line(), place.column()))
        .orElseGet(this::statement);
  }

  private static boolean names(AlterAction action, String name) {
    if (action instanceof Add add) {
      return add.elements().stream().anyMatch(element -> names(element, name));
    }
    if (action instanceof ChangeColumn change) {
      return change.from().equalsIgnoreCase(name)
          || change.column().name().equalsIgnoreCase(name)
          || change.others().stream().anyMatch(element -> names(element, name));
    }
    if (action instanceof Rename rename) {
      return rename.from().equalsIgnoreCase(name) || rename.to().equalsIgnoreCase(name);
    }
    if (action instanceof DropPart drop) {
      return drop.name().equalsIgnoreCase(name);
    }
    if (action instanceof SetDefault change) {
      return change.column().equalsIgnoreCase(name);
    }
    return action instanceof SetVisible change && change.name().equalsIgnoreCase(name);
  }

  private static boolean names(TableElement element, String name) {
    if (element instanceof Column column) {
      return column.name().equalsIgnoreCase(name);
    }
    if (element instanceof Index index) {
      return index.primary()
          ? name.equals("PRIMARY")
          : index.name().or(index::constraint).filter(name::equalsIgnoreCase).isPresent()
              || (index.name().or(index::constraint).isEmpty()
                  && index.parts().get(0).column().filter(name::startsWith).isPresent());
    }
    if (element instanceof Reference reference) {
      return reference.name().map(name::equalsIgnoreCase).orElse(name.contains("_ibfk_"));
    }
    return element instanceof Check check
        && check.name().filter(name::equalsIgnoreCase).isPresent();
  }
}
