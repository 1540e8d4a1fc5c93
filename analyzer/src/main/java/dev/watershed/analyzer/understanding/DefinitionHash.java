package dev.watershed.analyzer.understanding;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The hash of what the meaning of statements depends on in a catalog: that which {@link
 * CatalogSchemaView} shows of it. Sizes and statistics, which change all the time, and indexes are
 * not in it.
 */
public final class DefinitionHash {

  /** As many as the ids of the store. */
  private static final int BYTES = 16;

  private final MessageDigest hash;

  private DefinitionHash(MessageDigest hash) {
    this.hash = hash;
  }

  /** The hash of a catalog, or of none: 32 hexadecimal digits. */
  public static String of(Optional<Catalog> catalog) {
    try {
      DefinitionHash definitions = new DefinitionHash(MessageDigest.getInstance("SHA-256"));
      catalog.ifPresent(known -> known.schemas().forEach(definitions::schema));
      return HexFormat.of().formatHex(definitions.hash.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void schema(SchemaDefinition schema) {
    text("schema");
    text(schema.name());
    schema.tables().forEach(this::table);
    schema.views().forEach(this::view);
  }

  private void table(TableDefinition table) {
    text("table");
    text(table.name());
    table.columns().forEach(this::column);
  }

  private void column(ColumnDefinition column) {
    text("column");
    text(column.name());
    text(column.type());
    text(column.collation().isPresent() ? "collation" : "");
    text(column.collation().orElse(""));
    text(column.visible() ? "visible" : "invisible");
  }

  private void view(ViewDefinition view) {
    text("view");
    text(view.name());
    text(view.query());
    text(String.valueOf(view.columns().size()));
    view.columns().forEach(this::text);
  }

  /** With its length, so that no two rows of texts are alike. */
  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    hash.update(bytes);
  }
}
