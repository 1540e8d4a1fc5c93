package dev.watershed.cli.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A component or resource of a Backstage catalogue.
 *
 * @param component whether it is a component; else a resource
 * @param name unique among those of its kind
 * @param type such as {@code service} or {@code database}
 * @param owner the reference of its owner
 * @param dependencies the references it depends on; of a resource, those that depend on it
 * @param tables what its annotation names
 * @param schema of tables whose names have none
 * @param path its file
 * @param file the same in messages
 * @param line of its name, from 1
 */
record BackstageEntity(
    boolean component,
    String name,
    String type,
    Optional<String> owner,
    List<String> dependencies,
    List<String> tables,
    Optional<String> schema,
    Path path,
    String file,
    int line) {

  BackstageEntity {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(owner, "owner");
    dependencies = List.copyOf(dependencies);
    tables = List.copyOf(tables);
    Objects.requireNonNull(schema, "schema");
  }

  /** The file and the line. */
  String place() {
    return file + ":" + line;
  }

  /** Whether a reference, {@code [kind:][namespace/]name}, means it. */
  boolean isMeantBy(String reference) {
    String kind = component ? "component:" : "resource:";
    boolean other =
        reference.indexOf(':') >= 0 && !reference.toLowerCase(Locale.ROOT).startsWith(kind);
    String last = reference.substring(reference.lastIndexOf('/') + 1);
    return !other && last.substring(last.indexOf(':') + 1).equalsIgnoreCase(name);
  }
}
