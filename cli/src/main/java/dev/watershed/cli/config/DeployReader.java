package dev.watershed.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code deployed} of services and modules, and the files of {@code deployments}. */
final class DeployReader {

  private static final String KEY = "deployed";

  private final List<DeployMarker> written = new ArrayList<>();
  private final List<NamedFile> files = new ArrayList<>();

  DeployMarkers markers() {
    return new DeployMarkers(written, files);
  }

  /**
   * Reads a file, included or not.
   *
   * @param folder that of the file, where its paths begin
   */
  void read(YamlObject file, Path folder) {
    file.text("deployments")
        .ifPresent(name -> files.add(new NamedFile(name, folder.resolve(name).normalize())));
    for (YamlObject service : file.objects("services")) {
      Optional<String> name = service.text("name");
      if (name.isPresent()) {
        mark(service, name.get(), Optional.empty());
        for (YamlObject module : service.objects("modules")) {
          module.text("name").ifPresent(own -> mark(module, name.get(), Optional.of(own)));
        }
      }
    }
  }

  private void mark(YamlObject object, String service, Optional<String> module) {
    object
        .value(KEY, DeployMarker::time)
        .ifPresent(
            at -> written.add(new DeployMarker(service, module, at, object.places(KEY).get(0))));
  }
}
