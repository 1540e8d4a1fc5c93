package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;

/** The names that an origin has in groups. */
final class OriginNames {

  static final GroupKey.Named UNATTRIBUTED = new GroupKey.Named("(unattributed)", false);
  static final GroupKey.Named NO_ACCOUNT = new GroupKey.Named("(no account)", false);

  private OriginNames() {}

  static GroupKey.Named service(ServiceMapping mapping, Origin origin) {
    return mapping
        .attribute(origin)
        .service()
        .map(service -> new GroupKey.Named(service, true))
        .orElse(UNATTRIBUTED);
  }

  /** {@code service/module}; the service alone where none of its modules claims the origin. */
  static GroupKey.Named module(ServiceMapping mapping, Origin origin) {
    Attribution attribution = mapping.attribute(origin);
    if (attribution.module().isEmpty()) {
      return service(mapping, origin);
    }
    String name = attribution.service().orElseThrow() + "/" + attribution.module().get();
    return new GroupKey.Named(name, true);
  }

  static GroupKey.Named account(Origin origin) {
    if (origin.equals(Origin.LUMPED)) {
      return new GroupKey.Named(origin.user(), false);
    }
    return origin.user().isEmpty() ? NO_ACCOUNT : new GroupKey.Named(origin.user(), true);
  }
}
