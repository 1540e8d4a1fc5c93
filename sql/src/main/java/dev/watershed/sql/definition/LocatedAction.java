package dev.watershed.sql.definition;

import java.util.Objects;

/** A clause of ALTER TABLE, and where it begins. */
public record LocatedAction(AlterAction action, ScriptPlace place) {

  public LocatedAction {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(place, "place");
  }
}
