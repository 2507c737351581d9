package dev.groundswell.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bodies and parameters that cannot be read (400), or are read but wrong (422). */
public class ReadingProblems {

    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response unreadable(JacksonException failure) {
        return of(failure).getResponse();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure) {
        return of(failure.getConstraintViolations()).getResponse();
    }

    /** The problem behind a failure of Jackson's: never its message, which names Java types and quotes the input. */
    public static ProblemException of(JacksonException failure) {
        if (failure instanceof JsonMappingException mapping) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ProblemException refusal) {
                    return refusal;
                }
            }
            var pointer = Pointers.of(mapping.getPath());
            if (mapping instanceof UnrecognizedPropertyException) {
                return ProblemException.at(pointer, ProblemType.unreadable, "is not a field that is known here");
            }
            if (mapping instanceof InvalidFormatException format) {
                return ProblemException.invalid(pointer, expectation(format.getTargetType()));
            }
            if (mapping instanceof ValueInstantiationException) {
                return ProblemException.invalid(pointer, "is not acceptable");
            }
            return ProblemException.at(pointer, ProblemType.unreadable, "does not have the type that is expected here");
        }
        if (failure instanceof StreamConstraintsException) {
            return ProblemException.at("", ProblemType.unreadable, "is too long, too deep or has too large a number");
        }
        if (failure instanceof JsonParseException parse
                && String.valueOf(parse.getOriginalMessage()).startsWith("Duplicate field")) {
            var place = parse.getProcessor() == null
                    ? ""
                    : parse.getProcessor().getParsingContext().pathAsPointer().toString();
            return ProblemException.at(place, ProblemType.unreadable, "is given twice");
        }
        var at = failure.getLocation();
        return ProblemException.at(
                "",
                ProblemType.unreadable,
                at == null
                        ? "is not JSON"
                        : "is not JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
    }

    /** The problem behind broken constraints, each with its place, in a stable order. */
    public static ProblemException of(Set<? extends ConstraintViolation<?>> violations) {
        List<Problem.Place> places = new ArrayList<>();
        for (var violation : violations) {
            places.add(new Problem.Place(Parameters.pointer(violation), violation.getMessage()));
        }
        places.sort(Comparator.comparing(Problem.Place::pointer).thenComparing(Problem.Place::detail));
        return ProblemException.of(ProblemType.invalid, places);
    }

    private static String expectation(Class<?> type) {
        if (type.isEnum()) {
            var words = new ArrayList<String>();
            for (var constant : type.getEnumConstants()) {
                words.add(constant.toString());
            }
            return "must be one of " + String.join(", ", words);
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "must be a date such as 2026-11-20";
            case "Instant", "OffsetDateTime" -> "must be a time such as 2026-11-20T08:30:00Z";
            default -> "is not acceptable";
        };
    }
}
