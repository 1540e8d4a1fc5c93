package dev.watershed.analyzer.change;

import dev.watershed.analyzer.change.SchemaChange.DataChanged;
import dev.watershed.analyzer.change.SchemaChange.ProgramChanged;
import dev.watershed.analyzer.change.SchemaChange.SchemaDefined;
import dev.watershed.analyzer.change.SchemaChange.TableCreated;
import dev.watershed.analyzer.change.SchemaChange.TableDropped;
import dev.watershed.analyzer.change.SchemaChange.TableEmptied;
import dev.watershed.analyzer.change.SchemaChange.TriggerAdded;
import dev.watershed.analyzer.change.SchemaChange.TriggerDropped;
import dev.watershed.analyzer.change.SchemaChange.ViewChanged;

/** Changes that ALTER TABLE makes of a table that is there before and after. */
final class AlteringChanges {

  private AlteringChanges() {}

  static boolean includes(SchemaChange change) {
    return !(change instanceof TableCreated
        || change instanceof TableDropped
        || change instanceof TableEmptied
        || change instanceof ViewChanged
        || change instanceof TriggerAdded
        || change instanceof TriggerDropped
        || change instanceof ProgramChanged
        || change instanceof SchemaDefined
        || change instanceof DataChanged);
  }
}
