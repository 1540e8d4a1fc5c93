package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema and the parser know the same keys with the same types. */
class SchemaAgreementTest {

  private static final Path SCHEMA = Path.of("..", "docs", "watershed.schema.json");

  @Test
  void schemaAndParserAgree() throws IOException {
    Map<?, ?> schema =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build()).loadFromString(Files.readString(SCHEMA));
    List<String> published = new ArrayList<>();
    walk(schema, schema, "", published);
    List<String> parsed = new ArrayList<>();
    walk(Shapes.configuration(), "", parsed);
    assertThat(published).containsExactlyInAnyOrderElementsOf(parsed);
  }

  private static void walk(Shape shape, String path, List<String> lines) {
    if (shape instanceof Shape.Keys keys) {
      lines.add(path + " object required " + new TreeSet<>(keys.required()));
      keys.keys().forEach((key, value) -> walk(value, path + "." + key, lines));
    } else if (shape instanceof Shape.Entries entries) {
      lines.add(path + " map");
      walk(entries.value(), path + ".*", lines);
    } else if (shape instanceof Shape.Items items) {
      lines.add(path + " array");
      walk(items.item(), path + "[]", lines);
    } else if (shape instanceof Shape.Word word) {
      lines.add(path + " enum " + new TreeSet<>(word.words()));
    } else if (shape instanceof Shape.Name name) {
      lines.add(path + " name, such as " + new TreeSet<>(name.known()));
    } else if (shape instanceof Shape.Number number) {
      lines.add(path + " number from " + (long) number.least());
    } else if (shape instanceof Shape.Whole whole) {
      lines.add(path + " integer from " + whole.least());
    } else if (shape instanceof Shape.TextOrTexts) {
      lines.add(path + " string or strings");
    } else if (shape instanceof Shape.Flag) {
      lines.add(path + " boolean");
    } else {
      boolean text = shape instanceof Shape.Text || shape instanceof Shape.AnyText;
      lines.add(path + (text ? " string" : " anything"));
    }
  }

  private static void walk(Map<?, ?> root, Map<?, ?> given, String path, List<String> lines) {
    Map<?, ?> schema = resolve(root, given);
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      List<?> required = schema.get("required") instanceof List<?> list ? list : List.of();
      lines.add(path + " object required " + new TreeSet<>(required));
      assertThat(schema.get("additionalProperties")).as(path).isEqualTo(false);
      properties.forEach((key, value) -> walk(root, (Map<?, ?>) value, path + "." + key, lines));
    } else if (schema.get("additionalProperties") instanceof Map<?, ?> value) {
      lines.add(path + " map");
      walk(root, value, path + ".*", lines);
    } else if (schema.get("items") instanceof Map<?, ?> items) {
      lines.add(path + " array");
      walk(root, items, path + "[]", lines);
    } else if (schema.get("enum") instanceof List<?> words) {
      lines.add(path + " enum " + new TreeSet<>(words));
    } else if (schema.get("anyOf") instanceof List<?> forms
        && ((Map<?, ?>) forms.get(0)).get("enum") instanceof List<?> words) {
      lines.add(path + " name, such as " + new TreeSet<>(words));
    } else if (schema.containsKey("minimum")) {
      lines.add(path + " " + schema.get("type") + " from " + schema.get("minimum"));
    } else if (schema.containsKey("anyOf")) {
      lines.add(path + " string or strings");
    } else {
      lines.add(path + (schema.containsKey("type") ? " " + schema.get("type") : " anything"));
    }
  }

  private static Map<?, ?> resolve(Map<?, ?> root, Map<?, ?> schema) {
    if (schema.get("$ref") instanceof String reference) {
      Map<?, ?> definitions = (Map<?, ?>) root.get("$defs");
      return (Map<?, ?>) definitions.get(reference.replace("#/$defs/", ""));
    }
    return schema;
  }
}
