package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;

/**
 * A definition as a text; equal definitions have equal texts. Each line is a word and fields,
 * {@code key=value} behind a tab each; the first is of the object, the others are of its parts, in
 * order. A field that has its default is not written; words and fields that are not known are
 * passed over. A text that cannot be read without what is new says {@code version=2} in its first
 * line.
 */
public final class ObjectText {

  private ObjectText() {}

  /** The text of a definition. */
  public static String encode(CatalogObject object) {
    ObjectLines lines = new ObjectLines();
    if (object instanceof TableDefinition table) {
      TableText.write(table, lines);
    } else if (object instanceof ViewDefinition view) {
      CodeText.write(view, lines);
    } else if (object instanceof TriggerDefinition trigger) {
      CodeText.write(trigger, lines);
    } else if (object instanceof RoutineDefinition routine) {
      CodeText.write(routine, lines);
    } else if (object instanceof EventDefinition event) {
      CodeText.write(event, lines);
    }
    return lines.text();
  }

  /**
   * The definition of a text.
   *
   * @throws UnreadableFileException if it is none that this version knows
   */
  public static CatalogObject decode(String text) throws UnreadableFileException {
    ObjectLines lines = lines(text);
    try {
      return switch (lines.first().word()) {
        case TableText.WORD -> TableText.read(lines);
        case CodeText.VIEW -> CodeText.view(lines);
        case CodeText.TRIGGER -> CodeText.trigger(lines);
        case CodeText.ROUTINE -> CodeText.routine(lines);
        case CodeText.EVENT -> CodeText.event(lines);
        default -> throw new NewerObjectException("it is a " + lines.first().word());
      };
    } catch (NewerObjectException newer) {
      throw unreadable(FileProblem.NEWER, newer);
    } catch (IllegalArgumentException wrong) {
      throw unreadable(FileProblem.CORRUPTED, wrong);
    }
  }

  /** The lines of an object that this version reads. */
  static ObjectLines lines(String text) throws UnreadableFileException {
    ObjectLines lines = ObjectLines.parse(text);
    if (lines.isEmpty()) {
      throw new UnreadableFileException(FileProblem.CORRUPTED, "an object without a line");
    }
    try {
      if (lines.version() > ObjectLines.VERSION) {
        throw new UnreadableFileException(
            FileProblem.NEWER,
            "its format is " + lines.version() + ", known is " + ObjectLines.VERSION);
      }
    } catch (NumberFormatException wrong) {
      throw unreadable(FileProblem.CORRUPTED, wrong);
    }
    return lines;
  }

  static UnreadableFileException unreadable(FileProblem problem, Exception cause) {
    UnreadableFileException unreadable = new UnreadableFileException(problem, cause.getMessage());
    unreadable.initCause(cause);
    return unreadable;
  }
}
