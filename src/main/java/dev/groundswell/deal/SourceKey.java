package dev.groundswell.deal;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The key of a source: lower-case letters, digits, hyphens and underscores. */
@Size(min = 1, max = 60)
@Pattern(regexp = "[a-z0-9][a-z0-9_-]*", message = "must be lower-case letters, digits, - and _, such as hubspot")
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface SourceKey {
    String message() default "must be the key of a source";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
