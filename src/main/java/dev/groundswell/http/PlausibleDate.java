package dev.groundswell.http;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** A day or time between 1990 and 2099: anything else is a slip, and would stretch every chart. */
@Constraint(validatedBy = PlausibleDate.Plausible.class)
@Target({FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlausibleDate {
    String message() default "must lie between 1990-01-01 and 2099-12-31";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the year. */
    class Plausible implements ConstraintValidator<PlausibleDate, TemporalAccessor> {

        private static final int FIRST = 1990;
        private static final int LAST = 2099;

        @Override
        public boolean isValid(TemporalAccessor time, ConstraintValidatorContext context) {
            return time == null || (year(time) >= FIRST && year(time) <= LAST);
        }

        private static int year(TemporalAccessor time) {
            if (time.isSupported(ChronoField.YEAR)) {
                return time.get(ChronoField.YEAR);
            }
            // of an instant: good enough to tell a slip
            return (int) Math.max(-9999, Math.min(9999, 1970 + time.getLong(ChronoField.INSTANT_SECONDS) / 31_556_952));
        }
    }
}
