package dev.watershed.collector.server.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an account may do, as {@code SHOW GRANTS} says it: the privileges of active roles are in it
 * (MySQL 9.7 Reference Manual, "SHOW GRANTS Statement"). Privileges on columns count as none.
 */
public final class Grants {

  private static final String ALL = "*";

  private static final Pattern LINE =
      Pattern.compile(
          "(GRANT|REVOKE) (.+?) ON (?:TABLE )?(\\*|[`\"].*?[`\"])\\.(\\*|[`\"].*?[`\"]) (?:TO|FROM)"
              + " .*",
          Pattern.DOTALL);

  private record Grant(boolean revoked, List<String> privileges, String schema, String table) {
    boolean has(String privilege) {
      return privileges.contains(privilege)
          || (privileges.contains("ALL PRIVILEGES") && !privilege.contains("_"));
    }
  }

  private final List<Grant> grants = new ArrayList<>();

  /**
   * @param lines the answer of {@code SHOW GRANTS}
   */
  public Grants(List<String> lines) {
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        grants.add(
            new Grant(
                matcher.group(1).equals("REVOKE"),
                privileges(matcher.group(2)),
                name(matcher.group(3)),
                name(matcher.group(4))));
      }
    }
  }

  /** Whether the account may do one of these everywhere, and nothing takes it back somewhere. */
  public boolean everywhere(String... privileges) {
    return Arrays.stream(privileges)
        .anyMatch(
            privilege ->
                granted(privilege, ALL, ALL) && grants.stream().noneMatch(takes(privilege)));
  }

  /**
   * Whether the account may do something with a whole table. What is taken back of a privilege on
   * everything is taken back of whole schemas (MySQL 9.7 Reference Manual, "Privilege Restriction
   * Using Partial Revokes"), and leaves the others.
   */
  public boolean on(String privilege, String schema, String table) {
    boolean here =
        granted(privilege, ALL, ALL)
            && grants.stream()
                .filter(takes(privilege))
                .noneMatch(grant -> grant.schema().equals(schema) || grant.schema().equals(ALL));
    return here || granted(privilege, schema, ALL) || granted(privilege, schema, table);
  }

  private boolean granted(String privilege, String schema, String table) {
    return grants.stream()
        .anyMatch(
            grant ->
                !grant.revoked()
                    && grant.has(privilege)
                    && grant.schema().equals(schema)
                    && grant.table().equals(table));
  }

  private static Predicate<Grant> takes(String privilege) {
    return grant -> grant.revoked() && grant.has(privilege);
  }

  /** Their names; one that is followed by columns is a privilege on these, and left out. */
  private static List<String> privileges(String list) {
    List<String> names = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at <= list.length(); at++) {
      char c = at < list.length() ? list.charAt(at) : ',';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        String name = list.substring(start, at).strip().toUpperCase(Locale.ROOT);
        if (!name.contains("(")) {
          names.add(name);
        }
        start = at + 1;
      }
    }
    return names;
  }

  private static String name(String quoted) {
    return quoted.equals(ALL) ? ALL : quoted.substring(1, quoted.length() - 1);
  }
}
