package dev.watershed.cli.config;

import java.util.List;

/**
 * Where it is said when services were deployed.
 *
 * @param written in the services of the configuration
 * @param files that pipelines append to
 */
public record DeployMarkers(List<DeployMarker> written, List<NamedFile> files) {

  /** Nowhere. */
  static final DeployMarkers NONE = new DeployMarkers(List.of(), List.of());

  public DeployMarkers {
    written = List.copyOf(written);
    files = List.copyOf(files);
  }
}
