package dev.groundswell.field;

import dev.groundswell.disclosure.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Which rules of disclosure hold: all of them. A test that shows what a rule is there for puts another in its place. */
@ApplicationScoped
class RulesInForce {

    Set<Rule> rules() {
        return Rule.all();
    }
}
