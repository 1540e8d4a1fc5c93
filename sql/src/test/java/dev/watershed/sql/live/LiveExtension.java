package dev.watershed.sql.live;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the servers that {@link Live} asks for, and skips or fails tests that cannot have one. */
final class LiveExtension implements ExecutionCondition, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(LiveExtension.class);

  /** One server serves every test that asks for the same. */
  private record ServerKey(Product product, List<String> flags) {}

  private record Announcement(String text) {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Live live = live(context);
    Optional<String> missing = plan(live.value(), context).missing();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled(live.value().title() + " can run");
    }
    String reason = "no %s: %s".formatted(live.value().title(), missing.get());
    if (LiveMode.ofEnvironment() == LiveMode.REQUIRED) {
      throw new IllegalStateException("live tests are required, but there is " + reason);
    }
    announceOnce(new Announcement("Live tests are skipped: " + reason), context);
    return ConditionEvaluationResult.disabled(reason);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LiveServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Live live = parameter.findAnnotation(Live.class).orElseGet(() -> live(context));
    List<String> flags =
        Stream.concat(live.value().flags().stream(), Arrays.stream(live.flags())).toList();
    return store(context)
        .computeIfAbsent(
            new ServerKey(live.value(), flags),
            key -> plan(key.product(), context).start(key.product(), key.flags()),
            LiveServer.class);
  }

  private static Live live(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), Live.class)
        .or(() -> context.getParent().map(LiveExtension::live))
        .orElseThrow(() -> new IllegalStateException("nothing here is marked @Live"));
  }

  private static LivePlan plan(Product product, ExtensionContext context) {
    DockerState docker =
        store(context)
            .computeIfAbsent(DockerState.class, key -> DockerState.probe(), DockerState.class);
    return LivePlan.of(product, docker);
  }

  private static void announceOnce(Announcement announcement, ExtensionContext context) {
    store(context)
        .computeIfAbsent(
            announcement,
            key -> {
              System.err.println(key.text());
              return key;
            });
  }

  /** The root's store: it lives as long as the JVM's test run, and closes what it holds. */
  private static Store store(ExtensionContext context) {
    return context.getRoot().getStore(NAMESPACE);
  }
}
