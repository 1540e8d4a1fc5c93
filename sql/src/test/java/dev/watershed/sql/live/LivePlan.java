package dev.watershed.sql.live;

import java.util.List;
import java.util.Optional;

/** How a product is run on this machine, or why not. */
sealed interface LivePlan {

  /** From its image. */
  record Container(String image) implements LivePlan {
    @Override
    public LiveServer start(Product product, List<String> flags) {
      return ContainerServer.start(product, image, flags);
    }
  }

  /** In a child process. */
  record Embedded() implements LivePlan {
    @Override
    public LiveServer start(Product product, List<String> flags) {
      return EmbeddedServer.start(flags);
    }
  }

  /** Not at all. */
  record Missing(String reason) implements LivePlan {
    @Override
    public LiveServer start(Product product, List<String> flags) {
      throw new IllegalStateException(reason);
    }
  }

  /** Starts the product and waits until it answers. */
  LiveServer start(Product product, List<String> flags);

  /** Why it cannot run, if so. */
  default Optional<String> missing() {
    return this instanceof Missing missing ? Optional.of(missing.reason()) : Optional.empty();
  }

  /** Prefers the container: its version is the one that the documentation names. */
  static LivePlan of(Product product, DockerState docker) {
    Optional<String> lack = docker.lack(product.image());
    if (lack.isEmpty()) {
      return new Container(product.image());
    }
    return product == Product.MARIADB ? new Embedded() : new Missing(lack.get());
  }
}
