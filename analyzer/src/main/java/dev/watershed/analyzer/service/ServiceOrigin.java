package dev.watershed.analyzer.service;

import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Origins that say whose they are and nothing else: no account, no host, no tag of a statement.
 * Those of a snapshot. Places in the code that tags told apart are numbers.
 */
public final class ServiceOrigin {

  /** Stands for every account. */
  private static final String ACCOUNT = "(not in the snapshot)";

  private static final String SERVICE = "watershed:service";
  private static final String MODULE = "watershed:module";
  private static final String SITE = "place";

  private ServiceOrigin() {}

  /**
   * The origin that says whose it is.
   *
   * @param whose nobody's if it is not attributed
   * @param account whether the source showed one
   * @param site the number of a place in the code
   */
  public static Origin of(Attribution whose, boolean account, OptionalInt site) {
    List<OriginTag> tags = new ArrayList<>();
    whose.service().ifPresent(service -> tags.add(new OriginTag(SERVICE, service)));
    whose.module().ifPresent(module -> tags.add(new OriginTag(MODULE, module)));
    site.ifPresent(number -> tags.add(new OriginTag(SITE, Integer.toString(number))));
    return new Origin(account ? ACCOUNT : "", "", tags);
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

  /** Whether a tag says whose such an origin is. */
  public static boolean isOwner(OriginTag tag) {
    return tag.key().equals(SERVICE) || tag.key().equals(MODULE);
  }
}
