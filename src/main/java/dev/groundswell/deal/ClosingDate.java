package dev.groundswell.deal;

import static java.lang.annotation.ElementType.FIELD;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

/** A day between 1990 and 2099: anything else is a slip, and would stretch every chart. */
@Constraint(validatedBy = ClosingDate.Plausible.class)
@Target(FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface ClosingDate {
    String message() default "must lie between 1990-01-01 and 2099-12-31";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the year. */
    class Plausible implements ConstraintValidator<ClosingDate, LocalDate> {

        @Override
        public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
            return day == null || (day.getYear() >= 1990 && day.getYear() <= 2099);
        }
    }
}
