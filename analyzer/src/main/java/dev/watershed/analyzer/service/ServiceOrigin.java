package dev.watershed.analyzer.service;

import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import java.util.List;

/**
 * Origins that say whose they are and nothing else: no account, no host, no tag of a statement.
 * Those of a snapshot.
 */
public final class ServiceOrigin {

  /** All accounts that no service claims. */
  public static final Origin UNCLAIMED = new Origin("(unclaimed accounts)", "", List.of());

  /** Executions without an account. */
  public static final Origin NO_ACCOUNT = new Origin("", "", List.of());

  private static final String SERVICE = "service";
  private static final String MODULE = "module";

  private ServiceOrigin() {}

  /**
   * What stands for an origin. {@link Origin#LUMPED} stays.
   *
   * @param mapping with configured services: without any, no account is a service here
   */
  public static Origin of(Origin origin, ServiceMapping mapping) {
    if (origin.equals(Origin.LUMPED)) {
      return origin;
    }
    Attribution whose = mapping.configured() ? mapping.attribute(origin) : Attribution.NONE;
    if (whose.attributed()) {
      return of(whose);
    }
    return origin.user().isEmpty() ? NO_ACCOUNT : UNCLAIMED;
  }

  private static Origin of(Attribution whose) {
    String service = whose.service().orElseThrow();
    OriginTag tag = new OriginTag(SERVICE, service);
    return new Origin(
        service,
        "",
        whose
            .module()
            .map(module -> List.of(tag, new OriginTag(MODULE, module)))
            .orElse(List.of(tag)));
  }

  /** Whose such an origin is. */
  public static Attribution attribution(Origin origin) {
    String service = origin.tag(SERVICE);
    String module = origin.tag(MODULE);
    if (service.isEmpty()) {
      return Attribution.NONE;
    }
    return module.isEmpty() ? Attribution.of(service) : Attribution.of(service, module);
  }
}
