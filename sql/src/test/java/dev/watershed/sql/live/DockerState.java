package dev.watershed.sql.live;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Image;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * What Docker offers here.
 *
 * @param problem why it cannot be used, if so
 * @param images the tags of the images at hand
 */
record DockerState(Optional<String> problem, Set<String> images) {

  DockerState {
    images = Set.copyOf(images);
  }

  /** A daemon with these images. */
  static DockerState with(String... images) {
    return new DockerState(Optional.empty(), Set.of(images));
  }

  /** No daemon. */
  static DockerState without(String problem) {
    return new DockerState(Optional.of(problem), Set.of());
  }

  /** Asks the daemon. */
  static DockerState probe() {
    try {
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        return without("no Docker daemon answers");
      }
      DockerClient client = DockerClientFactory.instance().client();
      return new DockerState(
          Optional.empty(),
          client.listImagesCmd().exec().stream()
              .flatMap(DockerState::tags)
              .collect(Collectors.toUnmodifiableSet()));
    } catch (RuntimeException e) {
      return without("Docker cannot be used: " + e.getMessage());
    }
  }

  /** Why an image of this name cannot be started, if so. */
  Optional<String> lack(String image) {
    if (images.contains(image)) {
      return Optional.empty();
    }
    return Optional.of(
        problem.orElse("Docker has no image %s; .ci/images/build makes it".formatted(image)));
  }

  private static Stream<String> tags(Image image) {
    return Stream.ofNullable(image.getRepoTags()).flatMap(Arrays::stream);
  }
}
