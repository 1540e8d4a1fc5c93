package dev.watershed.cli.config;

import dev.watershed.analyzer.ownership.ClaimSource;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.collector.migration.MigrationTool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads which files beside the configuration are asked for: {@code owners}, {@code migrations},
 * {@code aliases}, {@code calls}, {@code deployments}, and the {@code paths} of services.
 */
final class ImportReader {

  /** The key of each sort of owners. */
  private static final List<String> OWNER_KINDS =
      Stream.of(ClaimSource.Kind.values()).map(ClaimSource.Kind::key).toList();

  private static final List<String> CALL_KINDS = List.of("csv", "serviceGraph");

  private final List<OwnerSource> owners = new ArrayList<>();
  private final List<Migrations> migrations = new ArrayList<>();
  private final List<CodePath> paths = new ArrayList<>();
  private final List<CodePath> folders = new ArrayList<>();
  private final SortedMap<String, String> aliases = new TreeMap<>();
  private final List<CallSource> calls = new ArrayList<>();
  private final DeployReader deployments = new DeployReader();

  /** What was read. */
  Imports imports() {
    return new Imports(owners, migrations, paths, folders, aliases, calls, deployments.markers());
  }

  /**
   * Reads an included file: the folder where it stands is that of the services that it declares.
   *
   * @param configured the folder of the configuration, which is everybody's
   */
  void readIncluded(YamlObject file, Path folder, Path configured) {
    read(file, folder);
    if (!folder.equals(configured)) {
      for (YamlObject service : file.objects("services")) {
        service
            .text("name")
            .ifPresent(
                name ->
                    folders.add(new CodePath(Attribution.of(name), PathPattern.of(folder, ""))));
      }
    }
  }

  /**
   * Reads a file, included or not.
   *
   * @param folder that of the file, where its paths begin
   */
  void read(YamlObject file, Path folder) {
    Function<String, PathPattern> pattern = text -> PathPattern.of(folder, text);
    for (YamlObject each : file.objects("owners")) {
      owner(each, folder, pattern);
    }
    for (YamlObject each : file.objects("migrations")) {
      each.value("path", pattern)
          .ifPresent(
              path ->
                  migrations.add(
                      new Migrations(
                          path,
                          each.text("schema"),
                          each.value("tool", ImportReader::tool),
                          each.text("server"),
                          each.text("history"),
                          each.object("placeholders")
                              .map(ImportReader::placeholders)
                              .orElseGet(TreeMap::new))));
    }
    for (YamlObject each : file.objects("calls")) {
      call(each, folder);
    }
    deployments.read(file, folder);
    file.object("aliases")
        .ifPresent(
            entries ->
                entries
                    .keys()
                    .forEach(key -> entries.text(key).ifPresent(to -> aliases.put(key, to))));
    for (YamlObject service : file.objects("services")) {
      service.text("name").ifPresent(name -> paths(service, name, pattern));
    }
  }

  private void paths(YamlObject service, String name, Function<String, PathPattern> pattern) {
    service
        .values("paths", pattern)
        .forEach(path -> paths.add(new CodePath(Attribution.of(name), path)));
    for (YamlObject module : service.objects("modules")) {
      for (PathPattern path : module.values("paths", pattern)) {
        module
            .text("name")
            .ifPresent(own -> paths.add(new CodePath(Attribution.of(name, own), path)));
      }
    }
  }

  private void owner(YamlObject object, Path folder, Function<String, PathPattern> pattern) {
    Optional<String> key = only(object, OWNER_KINDS);
    Optional<PathPattern> files = key.flatMap(each -> object.value(each, pattern));
    if (files.isEmpty()) {
      return;
    }
    ClaimSource.Kind kind = ClaimSource.Kind.values()[OWNER_KINDS.indexOf(key.get())];
    meansNothing(object, "owner", kind == ClaimSource.Kind.TABLES, key.get());
    meansNothing(object, "root", kind == ClaimSource.Kind.CODEOWNERS, key.get());
    meansNothing(object, "schema", kind != ClaimSource.Kind.CODEOWNERS, key.get());
    owners.add(
        new OwnerSource(
            kind,
            files.get(),
            object.text("schema"),
            object.values("owner", Function.identity()),
            object.text("root").map(root -> folder.resolve(root).toAbsolutePath().normalize())));
  }

  private void call(YamlObject object, Path folder) {
    Optional<String> key = only(object, CALL_KINDS);
    if (key.isEmpty()) {
      return;
    }
    boolean graph = key.get().equals("serviceGraph");
    List<NamedFile> files =
        object.values(key.get(), name -> new NamedFile(name, folder.resolve(name).normalize()));
    meansNothing(object, "values", graph, key.get());
    if (files.isEmpty()) {
      return;
    }
    if (files.size() > 2) {
      object.problem(key.get(), "expected one file, or an earlier and a later one");
      return;
    }
    Optional<CallSource.Values> values =
        object
            .text("values")
            .flatMap(
                word ->
                    List.of(CallSource.Values.values()).stream()
                        .filter(each -> each.key().equals(word))
                        .findFirst());
    try {
      calls.add(
          new CallSource(
              graph ? CallSource.Kind.SERVICE_GRAPH : CallSource.Kind.CSV,
              files,
              object.number("seconds"),
              values));
    } catch (IllegalArgumentException e) {
      object.problem("seconds", e.getMessage());
    }
  }

  /** The one key of these that an object has; else a problem. */
  private static Optional<String> only(YamlObject object, List<String> kinds) {
    List<String> there = object.keys().stream().filter(kinds::contains).toList();
    if (there.size() == 1) {
      return Optional.of(there.get(0));
    }
    object.problem(
        (there.isEmpty() ? "names no file" : "names " + String.join(" and ", there))
            + "; expected one of "
            + String.join(", ", kinds));
    return Optional.empty();
  }

  private static void meansNothing(YamlObject object, String key, boolean known, String kind) {
    if (!known && object.keys().contains(key)) {
      object.problem(key, "means nothing beside " + kind);
    }
  }

  /** The value of one may be empty. */
  private static SortedMap<String, String> placeholders(YamlObject entries) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String name : entries.keys()) {
      entries.value(name, Function.identity()).ifPresent(value -> values.put(name, value));
    }
    return values;
  }

  private static MigrationTool tool(String key) {
    return MigrationTool.of(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + key
                        + "': expected one of "
                        + Stream.of(MigrationTool.values())
                            .map(MigrationTool::key)
                            .collect(Collectors.joining(", "))));
  }
}
