package dev.watershed.sql.live;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class or method that needs a real server. Its constructor and methods may take a
 * {@link LiveServer}; a parameter that is marked itself is another one.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Tag("live")
@ExtendWith(LiveExtension.class)
public @interface Live {

  /** What to run. */
  Product value();

  /**
   * Server options beyond {@link Product#flags()}, such as {@code --sql-mode=ANSI_QUOTES}. Other
   * options mean another server, so prefer session variables.
   */
  String[] flags() default {};
}
