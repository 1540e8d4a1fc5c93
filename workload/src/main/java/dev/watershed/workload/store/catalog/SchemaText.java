package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ObjectKind;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A schema as a text of the same form: what it says of itself, and a line per object with the id of
 * its text. It does not say its own name, so that equal schemas are one.
 */
final class SchemaText {

  private static final String WORD = "schema";
  private static final String OBJECT = "object";
  private static final int HALF_ID_DIGITS = 16;

  /** What the text of a schema says. */
  record Listed(Optional<String> charset, Optional<String> collation, List<Entry> entries) {}

  /** An object of a schema. */
  record Entry(ObjectKind kind, String name, TextId id) {}

  private SchemaText() {}

  /**
   * The text of a schema.
   *
   * @param keep where an object's text goes; it says the id
   */
  static String encode(SchemaDefinition schema, Function<String, TextId> keep) {
    ObjectLines lines = new ObjectLines();
    lines.add(WORD).with("charset", schema.charset()).with("collation", schema.collation());
    for (CatalogObject object : schema.objects()) {
      lines
          .add(OBJECT)
          .with("kind", object.kind().key())
          .with("name", object.name())
          .with("id", keep.apply(ObjectText.encode(object)).toHex());
    }
    return lines.text();
  }

  static Listed decode(String text) throws UnreadableFileException {
    ObjectLines lines = ObjectText.lines(text);
    if (!lines.first().word().equals(WORD)) {
      throw new UnreadableFileException(
          FileProblem.CORRUPTED, "it is a " + lines.first().word() + ", not a schema");
    }
    List<Entry> entries = new ArrayList<>();
    try {
      for (ObjectLine line : lines.rest()) {
        if (line.word().equals(OBJECT)) {
          entries.add(
              new Entry(
                  Keys.find(ObjectKind.values(), ObjectKind::key, line.text("kind")),
                  line.text("name"),
                  id(line.text("id"))));
        }
      }
    } catch (NewerObjectException newer) {
      throw ObjectText.unreadable(FileProblem.NEWER, newer);
    } catch (IllegalArgumentException wrong) {
      throw ObjectText.unreadable(FileProblem.CORRUPTED, wrong);
    }
    return new Listed(
        lines.first().optional("charset"), lines.first().optional("collation"), entries);
  }

  private static TextId id(String hex) {
    if (hex.length() != 2 * HALF_ID_DIGITS) {
      throw new IllegalArgumentException("an id of " + hex.length() + " digits");
    }
    return new TextId(
        HexFormat.fromHexDigitsToLong(hex, 0, HALF_ID_DIGITS),
        HexFormat.fromHexDigitsToLong(hex, HALF_ID_DIGITS, hex.length()));
  }
}
