package dev.watershed.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * Makes objects of its own subtypes while it is initialized. A thread that initializes the subtype
 * first waits for this one, and this one for the subtype (Java Language Specification, 12.4.2).
 * Anonymous subtypes are left out: nobody else can begin with them.
 */
final class SubtypeInInitializer extends ArchCondition<JavaClass> {

  SubtypeInInitializer() {
    super("make objects of their subtypes while they are initialized");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    type.getStaticInitializer()
        .ifPresent(
            initializer -> {
              for (JavaConstructorCall call : initializer.getConstructorCallsFromSelf()) {
                JavaClass made = call.getTargetOwner();
                boolean subtype = !made.equals(type) && made.isAssignableTo(type.getName());
                events.add(
                    new SimpleConditionEvent(
                        type, subtype && !made.isAnonymousClass(), call.getDescription()));
              }
            });
  }
}
