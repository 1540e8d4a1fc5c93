package dev.watershed.cli.imports;

import dev.watershed.cli.config.Problems;
import dev.watershed.cli.config.YamlDocuments;
import dev.watershed.cli.config.YamlObject;
import dev.watershed.cli.config.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the components and resources of a Backstage catalogue file, of one or several documents
 * ("Descriptor Format of Catalog Entities").
 */
final class BackstageReader {

  /** The tables of a component or resource, with commas or spaces between. */
  static final String ANNOTATION = "watershed.dev/tables";

  private BackstageReader() {}

  /**
   * The entities of a file, in its order.
   *
   * @param name of the file in messages
   * @param schema of tables whose names have none
   */
  static List<BackstageEntity> read(
      String name, Path path, Optional<String> schema, Problems problems) {
    List<BackstageEntity> entities = new ArrayList<>();
    for (YamlObject entity : YamlDocuments.read(name, path, problems)) {
      Optional<String> kind = entity.text("kind");
      boolean component = kind.filter("Component"::equals).isPresent();
      if (component || kind.filter("Resource"::equals).isPresent()) {
        Optional<YamlObject> metadata = entity.object("metadata");
        Optional<String> own = metadata.flatMap(each -> each.text("name"));
        if (own.isEmpty()) {
          problems.add(name, entity.line("metadata"), "the key metadata.name is missing");
        } else {
          entities.add(entity(name, path, schema, entity, metadata.get(), component));
        }
      }
    }
    return entities;
  }

  private static BackstageEntity entity(
      String name,
      Path path,
      Optional<String> schema,
      YamlObject entity,
      YamlObject metadata,
      boolean component) {
    Optional<YamlObject> spec = entity.object("spec");
    List<String> tables =
        metadata.object("annotations").flatMap(each -> each.text(ANNOTATION)).stream()
            .flatMap(text -> Stream.of(text.split("[,\\s]+")))
            .filter(each -> !each.isBlank())
            .toList();
    return new BackstageEntity(
        component,
        metadata.text("name").orElseThrow(),
        spec.flatMap(each -> each.text("type")).orElse(""),
        spec.flatMap(each -> each.text("owner")),
        spec.stream()
            .flatMap(each -> each.texts(component ? "dependsOn" : "dependencyOf").stream())
            .map(YamlText::text)
            .toList(),
        tables,
        schema,
        path,
        name,
        metadata.line("name"));
  }
}
