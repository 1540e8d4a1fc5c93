package dev.watershed.benchmarks.fleet.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a service says in a comment which part of it sent a statement. */
public enum TagForm {
  /** Not at all. */
  NONE,
  /** As sqlcommenter does, behind the statement. */
  SQLCOMMENTER,
  /** As marginalia does, behind the statement. */
  MARGINALIA;

  /** The comment, with the blank before it; empty for {@link #NONE}. */
  public String comment(String application, String controller, String action) {
    return switch (this) {
      case NONE -> "";
      case SQLCOMMENTER ->
          " /*action='%s',application='%s',controller='%s'*/"
              .formatted(encoded(action), encoded(application), encoded(controller));
      case MARGINALIA ->
          " /*application:%s,controller:%s,action:%s*/".formatted(application, controller, action);
    };
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
