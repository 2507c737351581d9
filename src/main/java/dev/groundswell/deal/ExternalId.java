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

/** A deal's id in its source: any text without control characters, and not blank. */
@Size(min = 1, max = 200)
@Pattern(regexp = "[^\\p{Cntrl}]*[^\\s\\p{Cntrl}][^\\p{Cntrl}]*", message = "must be text without control characters")
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface ExternalId {
    String message() default "must be the id of a deal in its source";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
